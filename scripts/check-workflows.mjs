/**
 * Holds every action.yml, every workflow and every workflow in the documentation against GitHub's own schema, and the
 * inputs of each step that uses an action of this repository against that action. No script may contain an expression: its
 * value would become a part of the script.
 */
import fs from 'node:fs';
import { register } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { blocksOf, pagesOf } from './markdown.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The parser imports its schemas without saying that they are JSON, which Node wants said. */
const loadJson = `
  import { readFileSync } from 'node:fs';
  import { fileURLToPath } from 'node:url';
  export async function load(url, context, next) {
    if (!url.endsWith('.min.json')) return next(url, context);
    const source = 'export default ' + readFileSync(fileURLToPath(url), 'utf8');
    return { format: 'module', shortCircuit: true, source };
  }`;
register(`data:text/javascript,${encodeURIComponent(loadJson)}`);

const { NoOperationTraceWriter, parseWorkflow } = await import('@actions/workflow-parser');
const { parseAction } = await import('@actions/workflow-parser/actions/action-parser');

/** @type {string[]} */
const problems = [];

/** @typedef {{ name: string, content: string }} Source */

/**
 * @param {Source} file
 * @param {typeof parseWorkflow} read
 */
function check(file, read) {
  const { context } = read(file, new NoOperationTraceWriter());
  for (const error of context.errors.getErrors()) problems.push(`${file.name}: ${error.message}`);
}

/** @typedef {{ uses?: string, run?: string, with?: Record<string, unknown> }} Step */
/** @typedef {{ inputs?: Record<string, { required?: boolean }> }} ActionFile */

/** @param {Source} file */
function checkSteps({ name, content }) {
  /** @type {{ jobs?: Record<string, { steps?: Step[] }> }} */
  const workflow = parse(content) ?? {};
  for (const { uses = '', run = '', with: given = {} } of Object.values(workflow.jobs ?? {}).flatMap(
    (job) => job.steps ?? [],
  )) {
    if (run.includes('${{')) problems.push(`${name}: a script contains an expression: ${run}`);
    const match = /^(?:\.|gobbler-action\/gobbler-action)(?:\/([\w-]+))?\/?(?:@.*)?$/.exec(uses);
    if (match === null) continue;
    const file = path.join(root, match[1] ?? '', 'action.yml');
    if (!fs.existsSync(file)) {
      problems.push(`${name}: ${uses} does not exist`);
      continue;
    }
    /** @type {ActionFile} */
    const { inputs = {} } = parse(fs.readFileSync(file, 'utf8'));
    for (const input of Object.keys(given))
      if (!(input in inputs)) problems.push(`${name}: ${uses} has no input ${input}`);
    for (const [input, { required }] of Object.entries(inputs))
      if (required && !(input in given)) problems.push(`${name}: ${uses} needs the input ${input}`);
  }
}

/** @param {string} file @returns {Source} */
const read = (file) => ({ name: file, content: fs.readFileSync(path.join(root, file), 'utf8') });

const actions = ['action.yml', ...fs.readdirSync(root).map((name) => `${name}/action.yml`)].filter((file) =>
  fs.existsSync(path.join(root, file)),
);
const workflows = fs
  .readdirSync(path.join(root, '.github/workflows'))
  .map((name) => read(`.github/workflows/${name}`));
/**
 * Blocks of YAML in the pages: workflows, lists of steps, and other files, which say their name in a comment at the top
 * and are held against rules of their own in `__tests__/repository/documentation.test.ts`.
 */
const blocks = pagesOf(root)
  .flatMap((page) => blocksOf(page, read(page).content))
  .filter(({ language, content }) => language === 'yaml' && !isOtherFile(content))
  .map(({ key, content }) => ({ name: key, content: asWorkflow(content) }));

/** @param {string} content */
function isOtherFile(content) {
  return /^# (?!\.github\/workflows\/)\S+\n/.test(content);
}

/** @param {string} content */
function asWorkflow(content) {
  const steps = content
    .split('\n')
    .map((line) => `      ${line}`)
    .join('\n');
  const whole = content.startsWith('- ')
    ? `jobs:\n  job:\n    runs-on: self-hosted\n    steps:\n${steps}`
    : content;
  return /^on:/m.test(whole) ? whole : `on: push\n${whole}`;
}

for (const action of actions) check(read(action), parseAction);
for (const workflow of [...workflows, ...blocks]) {
  check(workflow, parseWorkflow);
  checkSteps(workflow);
}
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
else
  console.log(
    `${actions.length} actions, ${workflows.length} workflows and ${blocks.length} in the documentation are valid`,
  );
