import { formatRef } from '../protocol/names.ts';
import { notPublished } from './not-published.ts';
import { uploadInputs, uploadOutputs } from './upload-inputs.ts';
import { defineVerb } from './verb.ts';

/** The root action: publishes a directory as a new version. What it does is loaded when the inputs are right. */
export const upload = defineVerb({
  name: 'upload',
  inputs: uploadInputs,
  outputs: uploadOutputs,
  failed: (given, error, answers) => notPublished(formatRef(given), error, answers),
  unanswered: { created: false },
  run: async (context) => (await import('./upload-run.ts')).runUpload(context),
  post: async () => (await import('./upload-run.ts')).sweepAfterUpload(),
});
