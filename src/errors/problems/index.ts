/** The table of problems: the sentences of all errors. One file for each area. */

import type { Problem } from '../problem.ts';
import { ADMINISTRATION } from './administration.ts';
import { APPROVAL } from './approval.ts';
import { COMMANDS } from './commands.ts';
import { DOWNLOAD } from './download.ts';
import { PARTS } from './parts.ts';
import { PROTOCOL } from './protocol.ts';
import { REGISTRY } from './registry.ts';
import { RUNNER } from './runner.ts';
import { SERVICE } from './service.ts';
import { SOURCE } from './source.ts';
import { STAGING } from './staging.ts';
import { UPLOAD } from './upload.ts';
import { VERSIONS } from './versions.ts';

export { type LostChange, lostChangeText, type UploaderListFault } from './administration.ts';
export { UNAPPROVED } from './approval.ts';
export type { DestinationConflict, UnusableDirectory } from './download.ts';
export { type StageInput, type SubmittedFacts, submittedText } from './parts.ts';
export type { BinaryFault, StartFault } from './runner.ts';
export type { UnreachableCause } from './service.ts';
export type { LostUpload } from './staging.ts';
export type { LostFile } from './upload.ts';
export type { MaintainerAction } from './versions.ts';

/** The tables of all areas. No name may be in two of them. */
export const TABLES = [
  ADMINISTRATION,
  APPROVAL,
  COMMANDS,
  DOWNLOAD,
  PARTS,
  PROTOCOL,
  REGISTRY,
  RUNNER,
  SERVICE,
  SOURCE,
  STAGING,
  UPLOAD,
  VERSIONS,
];

type Tables = ReturnType<typeof ADMINISTRATION> &
  ReturnType<typeof APPROVAL> &
  ReturnType<typeof COMMANDS> &
  ReturnType<typeof DOWNLOAD> &
  ReturnType<typeof PARTS> &
  ReturnType<typeof PROTOCOL> &
  ReturnType<typeof REGISTRY> &
  ReturnType<typeof RUNNER> &
  ReturnType<typeof SERVICE> &
  ReturnType<typeof SOURCE> &
  ReturnType<typeof STAGING> &
  ReturnType<typeof UPLOAD> &
  ReturnType<typeof VERSIONS>;

/** A row of the table of problems. */
export type ProblemName = keyof Tables;

/** The facts that a row needs. */
export type FactsOf<N extends ProblemName> = Parameters<Tables[N]['text']>[0];

let problems: Tables | undefined;

/** Returns a row. The tables are made for the first error: a step that succeeds needs none. */
export function problemOf(name: ProblemName): Problem<object> {
  problems ??= Object.assign({}, ...TABLES.map((table) => table())) as Tables;
  // `gobblerError` has checked that the facts are those of the row.
  return problems[name] as unknown as Problem<object>;
}
