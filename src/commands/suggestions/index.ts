/** Names that resemble a missing one. What compares them is loaded when there is one. */

export { type NamesIn, nameSource, suggestFrom } from './name-source.ts';
