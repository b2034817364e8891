import { GobblerError } from '../../protocol/index.ts';
import { type FindingKind, KINDS, type KindOfFinding } from './finding-kinds.ts';

/** One reason to refuse an upload, found before anything was moved. */
export interface Finding {
  readonly kind: FindingKind;
  /** A sentence: the subject, what was expected, what was found. */
  readonly message: string;
  /** The public name of the input that has to change, where the kind alone does not tell. */
  readonly input?: string;
}

/** Findings of one kind, as they are shown together. */
export interface FindingGroup extends KindOfFinding {
  readonly kind: FindingKind;
  readonly messages: readonly string[];
}

/** An upload that was refused before anything was moved, with everything that was found. */
export class UploadRefused extends GobblerError {
  readonly groups: readonly FindingGroup[];

  constructor(subject: string, groups: readonly FindingGroup[]) {
    const messages = groups.flatMap((group) => group.messages);
    const [first] = groups;
    const summary =
      messages.length === 1
        ? `${messages[0]}`
        : `${subject} was refused for ${messages.length} reasons: ${messages[0]}; …`;
    super(first?.code ?? 'invalid-source', summary, {
      findings: messages,
      headline: `${subject} was refused for ${messages.length} reasons`,
      ...(first && { input: first.input, hint: first.hint }),
    });
    this.groups = groups;
  }
}

/** Does nothing if there are no findings; else throws all of them as one {@link UploadRefused}, grouped by kind. */
export function refuseIfAny(subject: string, findings: readonly Finding[]): void {
  if (findings.length === 0) return;
  const kinds = [...new Set(findings.map(({ kind }) => kind))];
  throw new UploadRefused(
    subject,
    kinds.map((kind) => {
      const found = findings.filter((finding) => finding.kind === kind);
      const inputs = new Set(found.map(({ input }) => input ?? KINDS[kind].input));
      const messages = found.map(({ message }) => message);
      return { kind, messages, ...KINDS[kind], input: [...inputs].join(', ') };
    }),
  );
}

const MOST_PATHS_SHOWN = 20;

/** The first findings of many, closed by the number of the others. */
export function firstOf(findings: readonly string[]): string[] {
  const rest = findings.length - MOST_PATHS_SHOWN;
  return rest > 0 ? [...findings.slice(0, MOST_PATHS_SHOWN), `… and ${rest} more`] : [...findings];
}
