import { GobblerError } from '../../protocol/errors.ts';
import { type FindingKind, KINDS, type KindOfFinding } from './finding-kinds.ts';
import type { Scan, SourceFile, SymlinkPolicy } from './source-tree.ts';

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

/** A source without a single file, unless the caller does not mind. */
export function emptyFindings(scanned: Scan, { allowEmpty }: { readonly allowEmpty?: boolean }): Finding[] {
  const isEmpty = scanned.files.length === 0 && scanned.links.length === 0;
  if (!isEmpty || allowEmpty === true || scanned.findings.length > 0) return [];
  const { hidden, unselected } = scanned.leftOut;
  const reasons = [
    ...(hidden > 0 ? [`${hidden} hidden (see include-hidden-files)`] : []),
    ...(unselected > 0 ? [`${unselected} not selected (see files)`] : []),
  ];
  const but = reasons.length === 0 ? '' : `; left out: ${reasons.join(', ')}`;
  return [{ kind: 'no-files', message: `directory ${scanned.root} holds no files to upload${but}` }];
}

/** Options that cannot be meant together. */
export function contradictions({
  consume,
  symlinks,
}: {
  readonly consume?: boolean;
  readonly symlinks?: SymlinkPolicy;
}): Finding[] {
  if (consume !== true || symlinks !== 'dereference') return [];
  return [
    {
      kind: 'contradiction',
      message:
        'consume cannot be combined with symlinks: dereference, since the files behind the links lie elsewhere',
    },
  ];
}

/** Refuses to take a version for what the source holds, with code `content-differs`, if that has changed meanwhile. */
export function refuseIfChanged(changed: readonly SourceFile[]): void {
  const [first] = changed;
  if (first === undefined) return;
  const more = changed.length > 1 ? ` and ${changed.length - 1} more` : '';
  throw new GobblerError(
    'content-differs',
    `${JSON.stringify(first.path)}${more} changed while being uploaded, so what was published may be neither the old nor the new content`,
    {
      input: 'directory',
      findings: changed.slice(0, 20).map((file) => `${JSON.stringify(file.path)} changed`),
      hint: 'Make sure that nothing writes to the directory any more before it is uploaded, and publish again.',
    },
  );
}
