/** Provenance files: in-toto statements about where a version comes from. Made, parsed, and found in versions. */

export { dirHash } from './dir-hash.ts';
export {
  type DoubtfulFact,
  isPlainMessage,
  LONGEST_MESSAGE,
  type ProvenanceFacts,
  type ProvenanceOptions,
  type ProvenancePlace,
  plainFacts,
  publicUrl,
} from './facts.ts';
export {
  type ContentLimit,
  type FindProvenanceOptions,
  type FoundProvenance,
  findProvenance,
  type ProvenanceMatch,
  readProvenance,
} from './find-provenance.ts';
export { provenanceNameProblem } from './provenance-name.ts';
export { makeStatement, type Provenance, parseStatement } from './statement.ts';
