import { GobblerError } from '../protocol/errors.ts';
import { formatRef } from '../protocol/names.ts';
import { uploadInputs, uploadOutputs } from './upload-inputs.ts';
import { defineVerb } from './verb.ts';

/** The root action: publishes a directory as a new version. What it does is loaded when the inputs are right. */
export const upload = defineVerb({
  name: 'upload',
  inputs: uploadInputs,
  outputs: uploadOutputs,
  failed: (given, error) =>
    error instanceof GobblerError && error.code === 'connection-lost'
      ? `it is not known whether ${formatRef(given)} was published`
      : `${formatRef(given)} was not published`,
  unanswered: { created: false },
  run: async (context) => (await import('./upload-run.ts')).runUpload(context),
  post: async () => (await import('./upload-run.ts')).sweepAfterUpload(),
});
