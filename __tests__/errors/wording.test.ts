import { describe, expect, it } from '@jest/globals';
import { COMMANDS } from '../../src/cli/commands.ts';
import type { Command } from '../../src/commands/kit/index.ts';
import {
  ERROR_TITLES,
  type FactsOf,
  FINDINGS,
  type Finding,
  type FindingKind,
  findingHint,
  findingText,
  gobblerError,
  type Hint,
  hintText,
  type ProblemName,
} from '../../src/errors/index.ts';
import { TABLES } from '../../src/errors/problems/index.ts';
import { start } from '../../src/github/start/start.ts';
import { OF_COMMANDS } from './samples/of-commands.ts';
import { OF_FINDINGS } from './samples/of-findings.ts';
import { OF_THE_SERVICE } from './samples/of-the-service.ts';
import { OF_UPLOADS } from './samples/of-uploads.ts';

const SAMPLES: { readonly [N in ProblemName]: readonly FactsOf<N>[] } = {
  ...OF_COMMANDS,
  ...OF_THE_SERVICE,
  ...OF_UPLOADS,
};

/** A sample, and all that people see of it. */
interface Shown {
  /** The problem, or the kind of finding. */
  readonly name: string;
  readonly facts: object;
  readonly message: string;
  readonly findings: readonly string[];
  readonly headline: string | undefined;
  readonly advice: Hint | undefined;
  readonly inputs: readonly string[];
}

const inputsOf = (input: string | undefined): string[] => input?.split(', ') ?? [];

const PROBLEMS_SHOWN = Object.entries(SAMPLES).flatMap(([name, samples]) =>
  samples.map((facts): Shown => {
    const error = gobblerError(name as ProblemName, facts as never);
    const { message, findings, headline, advice, input } = error;
    return { name, facts, message, findings, headline, advice, inputs: inputsOf(input) };
  }),
);

const FINDINGS_SHOWN = Object.entries(OF_FINDINGS).flatMap(([name, samples]) =>
  samples.map((facts): Shown => {
    const finding = { kind: name, facts } as Finding;
    const { input } = FINDINGS[name as FindingKind];
    const advice = findingHint(finding);
    const message = findingText(finding);
    return { name, facts, message, findings: [], headline: undefined, advice, inputs: inputsOf(input) };
  }),
);

const ALL = [...PROBLEMS_SHOWN, ...FINDINGS_SHOWN];

const hintOf = ({ advice }: Shown): string | undefined =>
  advice === undefined ? undefined : hintText(advice);

/** Facts that select words: they never appear themselves. */
const SELECTING = new Set([
  'answer-too-large.unit',
  'bad-url.found',
  'binary-unfit.found.kind',
  'checksums-unwritable.step',
  'clock.error.problem',
  'destination-occupied.conflicts.found',
  'download-differs.found',
  'directory-differs.mismatches.kind',
  'files-differ.problems.kind',
  'missing-part.completeCount',
  'not-a-maintainer.action',
  'other-sums.mismatches.kind',
  'other-sums.state',
  'outcome-unknown.seen.kind',
  'part-name-unusable.found',
  'permissions-undone.lost.kind',
  'published-differently.mismatches.kind',
  'published-incomplete.lost.found',
  'registry-link.found',
  'removal-missing.kind',
  'service-not-up.found.kind',
  'settings-unusable.found.kind',
  'staging-unusable.found',
  'staging.error.problem',
  'too-many-open-files.code',
  'unreachable.cause',
  'upload-not-own.found',
  'upload-refused.findings.kind',
  'uploader-list-malformed.kind',
  'version-differs.mismatches.kind',
  'version-missing.purpose',
  'version-not-finished.purpose',
]);

/** Facts that some variants of a row leave out of their sentences. At least one shows them. */
const SHOWN_IN_SOME = new Set([
  'download-differs.expected.md5',
  'foreign-registry.count',
  'missing-part.complete',
  'missing-part.uploadId',
  'no-files.hidden',
  'no-files.unselected',
  'no-fixed-content.directory',
  'overlapping-directory.other',
  'overlapping-directory.relation',
  'staging.serviceStaging',
  'unreadable.directory',
  'upload-refused.subject',
  'version-missing.asset',
  'version-missing.version',
]);

/** Facts that appear as another number or text. */
const CONVERTED: Readonly<Record<string, (fact: never) => string>> = {
  'line-break.path': (path: string) => JSON.stringify(path),
  'out-of-time.limitMs': (ms: number) => (ms % 60_000 === 0 ? `${ms / 60_000} min` : `${ms / 1000} s`),
  'refused.action': (action: string) => action.replaceAll('_', ' '),
  'uploader-without-id.index': (index: number) => `uploader ${index + 1}`,
};

/** Strings and numbers among the facts, each with its place, without the indexes of lists. */
function leavesOf(place: string, value: unknown): { place: string; value: string | number }[] {
  if (typeof value === 'string' || typeof value === 'number') return [{ place, value }];
  if (Array.isArray(value)) return value.flatMap((item) => leavesOf(place, item));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => leavesOf(`${place}.${name}`, member));
}

const textOf = (shown: Shown): string => [shown.message, ...shown.findings, hintOf(shown)].join('\n');

/** Whether the sentences of a sample have a fact, as it is or as {@link CONVERTED} says. */
function appears(shown: Shown, place: string, value: string | number): boolean {
  const converted = CONVERTED[place.replace(/^refused-[\w-]+/, 'refused')]?.(value as never);
  const forms = [
    converted ?? String(value),
    ...(typeof value === 'number' ? [value.toLocaleString('en')] : []),
  ];
  return forms.some((form) => textOf(shown).includes(form));
}

const LEAVES = ALL.flatMap((shown) =>
  leavesOf(shown.name, shown.facts).map(({ place, value }) => ({
    place,
    isShown: appears(shown, place, value),
    value,
  })),
);

it('no name is in two of the tables of problems', () => {
  const names = TABLES.flatMap((table) => Object.keys(table()));
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  expect([...names].sort()).toEqual(Object.keys(SAMPLES).sort());
});

it('there are samples of every row', () => {
  expect(Object.keys(OF_FINDINGS).sort()).toEqual(Object.keys(FINDINGS).sort());
  const samples = [...Object.entries(SAMPLES), ...Object.entries(OF_FINDINGS)];
  expect(samples.filter(([, { length }]) => length === 0)).toEqual([]);
});

describe('facts', () => {
  it('are the same after a way through JSON', () => {
    for (const { facts } of ALL) expect(JSON.parse(JSON.stringify(facts))).toEqual(facts);
  });

  it('appear in the message, the findings or the hint, each of them', () => {
    const isExcepted = (place: string): boolean => SELECTING.has(place) || SHOWN_IN_SOME.has(place);
    expect(LEAVES.filter(({ place, isShown }) => !isShown && !isExcepted(place))).toEqual([]);
    expect(LEAVES.length).toBeGreaterThan(500);
  });

  it('appear in some sample, even those that only some variants show', () => {
    const shown = new Set(LEAVES.filter(({ isShown }) => isShown).map(({ place }) => place));
    expect([...SHOWN_IN_SOME].filter((place) => !shown.has(place))).toEqual([]);
  });

  it('are excepted only where they do not appear', () => {
    const hidden = new Set(LEAVES.filter(({ isShown }) => !isShown).map(({ place }) => place));
    expect([...SELECTING, ...SHOWN_IN_SOME].filter((place) => !hidden.has(place))).toEqual([]);
  });
});

/** Traces of values that were not meant to be shown, and of careless composition. */
const SLIPS = /undefined|null|NaN|\[object| {2}|\p{C}/u;
const ODD_OPENING = /^(What|Who|Whoever)\b/;
const ODD_WORDS = /is said|is told|held against|of ours|leads to nowhere/;

/** Verbs at the beginning of hints. */
const IMPERATIVES = new Set(
  (
    'Add Approve Ask Break Change Check Choose Copy Correct Find Give Go Have Include Leave Let Link Lower Make Mount Pass ' +
    'Publish Raise Remove Rename Repeat Report Restore Review Run See Set Shorten Stage Start Synchronize Try Wait ' +
    'Write'
  ).split(' '),
);

const sentencesOf = (hint: string): string[] => hint.split(/(?<=[.?]) (?=[A-Z])/);

describe('the style', () => {
  it('of messages and findings: one line without slips, and without a full stop at the end', () => {
    const lines = ALL.flatMap(({ message, findings, headline = '' }) => [message, ...findings, headline]);
    expect(lines.filter((line) => SLIPS.test(line) || /\.$|^\s|\s$/.test(line))).toEqual([]);
    expect(ALL.filter(({ message }) => message === '')).toEqual([]);
  });

  it('of hints: whole sentences', () => {
    const hints = ALL.flatMap((shown) => hintOf(shown) ?? []);
    expect(hints.filter((hint) => SLIPS.test(hint) || !/^[A-Z].*[.?]$/.test(hint))).toEqual([]);
    expect(hints.length).toBeGreaterThan(200);
  });

  it('of hints: the first sentence begins with an imperative', () => {
    const hints = ALL.flatMap((shown) => hintOf(shown) ?? []);
    const others = hints.filter((hint) => !IMPERATIVES.has(/^\w+/.exec(hint)?.[0] ?? ''));
    expect(others.filter((hint) => !/^To [^,]+, (run|use) /.test(hint))).toEqual([]);
  });

  it('of all: no odd openings and words', () => {
    const titles = [...Object.values(ERROR_TITLES), ...Object.values(FINDINGS).map(({ title }) => title)];
    const hints = ALL.flatMap((shown) => sentencesOf(hintOf(shown) ?? ''));
    const sentences = [
      ...titles,
      ...hints,
      ...ALL.flatMap(({ message, findings }) => [message, ...findings]),
    ];
    const isOdd = (sentence: string): boolean => ODD_OPENING.test(sentence) || ODD_WORDS.test(sentence);
    expect(sentences.filter(isOdd)).toEqual([]);
  });
});

/** Names of options of the library and the command line, and of variables of the runner, which no command has as inputs. */
const OTHER_INPUTS = ['globalWrite', 'toDelete', 'GITHUB_OUTPUT', 'yes'];

async function namesOfInputs(): Promise<Set<string>> {
  const commands: Command[] = [start];
  // One after another: jest does not take modules in concurrently.
  for (const { variants } of Object.values(COMMANDS)) commands.push(...(await variants()));
  return new Set(commands.flatMap(({ inputs }) => Object.keys(inputs)));
}

describe('the input', () => {
  it('that has to change is one of a command', async () => {
    const known = await namesOfInputs();
    const unknown = ALL.flatMap(({ inputs }) => inputs).filter((name) => !known.has(name));
    expect([...new Set(unknown)].sort()).toEqual([...OTHER_INPUTS].sort());
  });

  it('that a hint names is one of a command', async () => {
    const known = await namesOfInputs();
    const settings = ALL.flatMap(({ advice = '' }) => (typeof advice === 'string' ? [] : advice));
    const named = settings.flatMap((part) => (typeof part === 'string' ? [] : part.input));
    expect([...new Set(named)].filter((name) => !known.has(name)).sort()).toEqual(['globalWrite', 'yes']);
    expect(new Set(named).size).toBeGreaterThan(20);
  });

  it('that a hint names is data, since a shell writes it as an option', async () => {
    const names = [...(await namesOfInputs())].filter((name) => name.includes('-'));
    const texts = ALL.flatMap(({ name, advice = '' }) =>
      [advice].flat().flatMap((part) => (typeof part === 'string' ? { name, part } : [])),
    );
    const words = new RegExp(`(?<![\\w-])(${names.join('|')})(?![\\w-])|\\b[a-z-]+: (true|false)\\b`);
    const found = texts.filter(({ name, part }) => words.test(part) && !WITH_AN_EXAMPLE.has(name));
    expect(found).toEqual([]);
  });
});

/** Rows whose hint has a YAML text. */
const WITH_AN_EXAMPLE = new Set(['uploader-list-malformed']);
