/** Names that resemble a missing one. The code that compares them is loaded when it is needed. */

export { type NamesIn, nameSource, suggestFrom } from './name-source.ts';
