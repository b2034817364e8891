import type { ErrorCode } from './codes.ts';
import { FINDINGS, type Finding, type FindingKind, findingHint, findingText } from './findings.ts';
import { GobblerError } from './gobbler-error.ts';
import type { Hint } from './hint.ts';

/** Findings of one kind, as they are shown together. */
export interface FindingGroup {
  /** Their kind. */
  readonly kind: FindingKind;
  /** The code of that kind. */
  readonly code: ErrorCode;
  /** The heading of the group, for people. */
  readonly title: string;
  /** The next step for all of them. */
  readonly hint: Hint;
  /** The public names of the inputs that have to change. */
  readonly input: string;
  /** The findings themselves, as data. */
  readonly findings: readonly Finding[];
  /** A sentence for each finding. */
  readonly messages: readonly string[];
}

/** An upload that was refused before anything was moved, with everything that was found. */
export class UploadRefused extends GobblerError {
  /** All findings, grouped by kind, in the order in which the kinds were found. */
  readonly groups: readonly FindingGroup[];

  /** `subject` names the refused item at the beginning of the message. */
  constructor(subject: string, findings: readonly [Finding, ...Finding[]]) {
    const kinds = [...new Set(findings.map(({ kind }) => kind))];
    const grouped = kinds.flatMap((kind) => findings.filter((finding) => finding.kind === kind));
    super('upload-refused', { subject, findings: grouped });
    this.groups = kinds.map((kind) => {
      const { code, title, input } = FINDINGS[kind];
      const found = findings.filter((finding) => finding.kind === kind);
      const hint = findingHint(found[0] ?? findings[0]);
      const inputs = new Set(found.map((finding) => finding.input ?? input));
      const messages = found.map(findingText);
      return { kind, code, title, hint, input: [...inputs].join(', '), findings: found, messages };
    });
  }
}

/** Does nothing if there are no findings; else throws all of them as one {@link UploadRefused}, grouped by kind. */
export function refuseIfAny(subject: string, findings: readonly Finding[]): void {
  const [first, ...others] = findings;
  if (first !== undefined) throw new UploadRefused(subject, [first, ...others]);
}
