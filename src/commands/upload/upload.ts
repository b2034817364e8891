import { formatRef } from '../../protocol/index.ts';
import { defineCommand } from '../kit/index.ts';
import { notPublished, uploadInputs, uploadOutputs } from './upload-inputs.ts';

/** The root action: publishes a directory as a new version. Its code is loaded once the inputs are valid. */
export const upload = defineCommand({
  name: 'upload',
  inputs: uploadInputs,
  outputs: uploadOutputs,
  failed: (given, error, answers) => notPublished(formatRef(given), error, answers),
  unanswered: { created: false },
  run: async (context) =>
    (await import(/* webpackChunkName: "shared" */ './upload-run.ts')).runUpload(context),
  post: async () => (await import(/* webpackChunkName: "shared" */ './upload-run.ts')).sweepAfterUpload(),
});
