import type { ErrorCode } from './codes.ts';
import { FINDINGS, type Finding, type FindingKind, findingText } from './findings.ts';
import { GobblerError } from './gobbler-error.ts';
import type { Hint } from './hint.ts';

/** Findings of one kind, as they are shown together. */
export interface FindingGroup {
  readonly kind: FindingKind;
  readonly code: ErrorCode;
  readonly title: string;
  readonly hint: Hint;
  /** The public names of the inputs that have to change. */
  readonly input: string;
  readonly findings: readonly Finding[];
  /** A sentence for each finding. */
  readonly messages: readonly string[];
}

/** An upload that was refused before anything was moved, with everything that was found. */
export class UploadRefused extends GobblerError {
  readonly groups: readonly FindingGroup[];

  constructor(subject: string, findings: readonly [Finding, ...Finding[]]) {
    const kinds = [...new Set(findings.map(({ kind }) => kind))];
    const grouped = kinds.flatMap((kind) => findings.filter((finding) => finding.kind === kind));
    super('upload-refused', { subject, findings: grouped });
    this.groups = kinds.map((kind) => {
      const { code, title, hint, input } = FINDINGS[kind];
      const found = findings.filter((finding) => finding.kind === kind);
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
