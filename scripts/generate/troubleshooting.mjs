import { ERROR_CAUSES, FREQUENT } from './error-causes.mjs';

const { ERROR_TITLES, FINDINGS, generalHint, hintText } = await import('../../src/errors/index.ts');
const { EXIT_OF_CODE } = await import('../../src/cli/exit-code.ts');

/** @typedef {import('../../src/errors/index.ts').ErrorCode} ErrorCode */

const codes = /** @type {ErrorCode[]} */ (Object.keys(ERROR_CAUSES));

/** The findings of an upload that have this code, which are shown under titles of their own. @param {ErrorCode} code */
const findingsOf = (code) =>
  /** @type {(keyof typeof FINDINGS)[]} */ (Object.keys(FINDINGS)).filter(
    (kind) => FINDINGS[kind].code === code,
  );

/** Lines of at most 120 characters, never broken within \`code\`. @param {string} text @param {string} indent */
function wrapped(text, indent = '') {
  const lines = [''];
  for (const word of text.match(/(?:`[^`]*`|[^\s`])+/g) ?? []) {
    const line = lines.at(-1) ?? '';
    const longer = line === '' ? word : `${line} ${word}`;
    if (longer.length <= 120 || line === '') lines[lines.length - 1] = longer;
    else lines.push(`${indent}${word}`);
  }
  return lines;
}

/** @param {string} heading @param {readonly string[]} items @param {string} mark */
function list(heading, items, mark) {
  const indent = ' '.repeat(mark.length + 1);
  return [heading, '', ...items.flatMap((item) => wrapped(`${mark} ${item}`, indent)), ''];
}

/** @param {ErrorCode} code */
function section(code) {
  const { means, causes, remedies } = ERROR_CAUSES[code];
  const findings = findingsOf(code);
  return [
    `## \`${code}\``,
    '',
    ...wrapped(`*${ERROR_TITLES[code]}*, exit code ${EXIT_OF_CODE[code]}. ${means}`),
    '',
    ...list('Usually:', causes, '-'),
    ...list('Remedies:', remedies, '1.'),
    ...(findings.length === 0
      ? []
      : [
          '| found before an upload | what to do |',
          '|---|---|',
          ...findings.map((kind) => `| *${FINDINGS[kind].title}* | ${hintText(generalHint(kind))} |`),
          '',
        ]),
  ];
}

/**
 * Returns docs/troubleshooting.md, by its path: every error code with its title and exit code, which the sources say, and its
 * causes, which `error-causes.mjs` says.
 *
 * @returns {Map<string, string>}
 */
export function troubleshooting() {
  return new Map([['docs/troubleshooting.md', `${page().trimEnd()}\n`]]);
}

const page = () =>
  [
    '# When it fails',
    '',
    '<!-- Written by npm run generate; the texts are in scripts/generate/error-causes.mjs. -->',
    '',
    'Every failure has one of these codes. The log has it near its end, like `(code lock-timeout)`, with a link to its section',
    'here, and so has the job summary; `gobbler … --json` has it as `error.code`, a `GobblerError` of the library as `code`.',
    'The sentence beside it states the finding and the remedy in your case; read that first.',
    '[reliability.md](reliability.md) lists the promises about unfinished work.',
    '',
    '| code | title | exit code of `gobbler` |',
    '|---|---|---|',
    ...codes.map((code) => `| [\`${code}\`](#${code}) | ${ERROR_TITLES[code]} | ${EXIT_OF_CODE[code]} |`),
    '',
    '`gobbler await` exits with 6 instead if the version was rejected, has expired or was replaced. The program of a workflow',
    'step exits with 1 for every code.',
    '',
    '*Defect in gobbler-action*, exit code 1, without a code: a defect in this project. Please report it, with the log of the step.',
    '',
    '## The most frequent',
    '',
    '| title | usually |',
    '|---|---|',
    ...FREQUENT.map(([titles, usually]) => `| ${titles} | ${usually} |`),
    '',
    ...codes.flatMap(section),
  ].join('\n');
