/** The command upload. */

export { tellLeftOut } from './left-out.ts';
export { tellLosses } from './losses.ts';
export { manifestOutputs, requireHandover } from './manifest-output.ts';
export { publishingOptions, publishingProgress } from './publishing.ts';
export { sweepAbandoned, sweepLeftovers } from './staging-sweep.ts';
export { requireWritableChecksums } from './upload-files.ts';
export { notPublished, publishingInputs, symlinksInput, versionOutputs } from './upload-inputs.ts';
export { OUTCOMES, reportVersion } from './upload-report.ts';
