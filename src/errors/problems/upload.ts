import { FINDINGS, type Finding, findingHint, findingText } from '../findings.ts';
import { type Mismatch, mismatchText } from '../mismatch.ts';
import { bytesText, firstOf, headed, problem, problemTable, quoted } from '../problem.ts';

export interface RefusedFacts {
  /** The refused operation, such as `the upload of p/a/v`. */
  readonly subject: string;
  readonly findings: readonly [Finding, ...Finding[]];
}

/** Uploads of a directory. */
export const UPLOAD = problemTable(() => ({
  'upload-refused': problem<RefusedFacts>({
    code: ({ findings: [first] }) => FINDINGS[first.kind].code,
    input: ({ findings }) => {
      const [{ kind }] = findings;
      const ofKind = findings.filter((finding) => finding.kind === kind);
      return [...new Set(ofKind.map(({ input }) => input ?? FINDINGS[kind].input))].join(', ');
    },
    text: ({ subject, findings }) =>
      findings.length === 1
        ? findingText(findings[0])
        : `${subject} was refused for ${findings.length} reasons: ${findingText(findings[0])}; …`,
    headline: ({ subject, findings }) => `${subject} was refused for ${findings.length} reasons`,
    findings: ({ findings }) => findings.map(findingText),
    hint: ({ findings: [first] }) => findingHint(first),
  }),
  'published-differently': problem<{ version: string; mismatches: readonly Mismatch[] }>({
    code: 'content-differs',
    ...headed(
      ({ version, mismatches: { length } }) =>
        `${version} was published, but ${length === 1 ? 'one of its entries differs' : `${length} of its entries differ`} from the directory`,
      ({ mismatches }) => firstOf(mismatches, mismatchText),
    ),
    hint: 'Ask an administrator to delete the version, and publish again. The directory may have changed during the upload.',
  }),
  'version-differs': problem<{
    version: string;
    user: string;
    /** RFC 3339. */
    uploaded: string;
    mismatches: readonly Mismatch[];
  }>({
    code: 'already-exists',
    input: 'version',
    ...headed(
      ({ version, user, uploaded, mismatches: { length } }) =>
        `version ${version} already exists (uploaded by ${quoted(user)} at ${uploaded}), and ${length === 1 ? 'one of its entries differs' : `${length} of its entries differ`} from the directory`,
      ({ mismatches }) => firstOf(mismatches, mismatchText),
    ),
    hint: 'Publish this content under another version name: versions are permanent.',
  }),
  'link-unreadable': problem<{ version: string; path: string }>({
    code: 'corrupt-record',
    input: 'provenance',
    text: ({ version, path }) =>
      `the provenance file of ${version} should cover every file, but the file in the registry behind link ${quoted(path)} cannot be read with the size in its manifest`,
    hint: 'Have an administrator check the version that it points to, or remove the link.',
  }),
  'published-incomplete': problem<{ version: string; lost: readonly LostFile[] }>({
    code: 'content-differs',
    input: 'version',
    ...headed(
      ({ version, lost: { length } }) =>
        `${version} is published, but ${length === 1 ? 'one of its files is' : `${length} of its files are`} lost`,
      ({ lost }) => firstOf(lost, lostText),
    ),
    hint: 'Ask an administrator to delete every version that links there, and publish again: the service links to files of earlier versions even if they were deleted. Nothing was removed here.',
  }),
}));

/** A file of a version that is a link to a missing or wrong file. */
export interface LostFile {
  readonly path: string;
  /** Where the link leads, relative to the registry. */
  readonly target: string;
  readonly found: 'nothing' | 'another file' | { readonly sizeBytes: number; readonly expectedBytes: number };
}

function lostText({ path, target, found }: LostFile): string {
  const state =
    found === 'nothing'
      ? 'is missing'
      : found === 'another file'
        ? 'is a different file now'
        : `has ${bytesText(found.sizeBytes)} instead of ${found.expectedBytes}`;
  return `${quoted(path)} is a link to ${target}, which ${state}`;
}
