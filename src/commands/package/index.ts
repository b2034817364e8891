/** This package. */

export { packageVersion } from './package-version.ts';
