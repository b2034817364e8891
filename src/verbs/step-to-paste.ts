import { harmlessText } from './harmless.ts';

const OURS = 'gobbler-action/gobbler-action';
const PLAIN = /^[A-Za-z][\w./@-]*$|^https?:[\w./:-]+$/;
/** What YAML would not take for text. */
const WORDS = /^(true|false|null|yes|no|on|off|y|n)$/i;

/** A workflow step as Markdown, for copying: the action of that name, from where this one runs. */
export function stepToPaste(action: string, inputs: Readonly<Record<string, string>>): string {
  const { GITHUB_ACTION_REPOSITORY: repository, GITHUB_ACTION_REF: ref } = process.env;
  const from = repository ? `${repository}/${action}@${ref || 'main'}` : `${OURS}/${action}@main`;
  const values = Object.entries(inputs).map(([name, value]) => `    ${name}: ${yamlText(value)}`);
  return ['```yaml', `- uses: ${yamlText(from)}`, '  with:', ...values, '```'].join('\n');
}

/** A text as a YAML scalar in one line of printable characters. Escapes of JSON mean the same in YAML. */
function yamlText(value: string): string {
  if (PLAIN.test(value) && !WORDS.test(value)) return value;
  return harmlessText(JSON.stringify(value).replaceAll('##[', '#\\u0023['));
}
