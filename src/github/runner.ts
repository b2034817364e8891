import { promises as fs } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as core from '@actions/core';
import {
  type Annotation,
  annotationText,
  currentDirectory,
  dropWorkflowCommands,
  escapeText,
  type Places,
  type Runtime,
  type StopSignals,
} from '../commands/kit/index.ts';
import { errnoOf, gobblerError, messageOf } from '../errors/index.ts';
import { appending, requireCommandFiles } from './command-files.ts';

/** Returns whether a workflow runner reads what we print: GitHub's, or another that speaks its commands. */
export function hasRunner(): boolean {
  return process.env.GITHUB_ACTIONS === 'true' || Boolean(process.env.GITHUB_OUTPUT);
}

/** The same variable as a shell can export it, where there is no runner to set the other: `INPUT_DRY_RUN`. */
function underscored(name: string): string {
  return (process.env[`INPUT_${name.replaceAll('-', '_').toUpperCase()}`] ?? '').trim();
}

/** The runner reads commands at the start of lines, where foreign text must not look like one. */
function line(text: string): void {
  core.info(/^\s*::/.test(text) ? `| ${text}` : text);
}

function printed(severity: 'error' | 'warning', annotation: Annotation): void {
  line(`${severity === 'error' ? 'Error' : 'Warning'}: ${annotation.title}`);
  for (const text of annotationText(annotation).split('\n')) line(`  ${text}`);
}

/** The runners of Gitea and Forgejo show an annotation as it was sent: its line breaks as `%0A`. */
function showsEscapes(): boolean {
  return process.env.GITEA_ACTIONS === 'true' || process.env.FORGEJO_ACTIONS === 'true';
}

function annotated(severity: 'error' | 'warning', annotation: Annotation): void {
  const command = severity === 'error' ? core.error : core.warning;
  const text = annotationText(annotation);
  command(showsEscapes() ? text.replaceAll('\n', ' | ') : text, { title: annotation.title });
}

function runnerPlaces(hasLaterSteps: boolean): Places {
  const { GITHUB_WORKSPACE, RUNNER_TEMP, RUNNER_TOOL_CACHE } = process.env;
  const temporary = RUNNER_TEMP || os.tmpdir();
  return {
    get base() {
      return GITHUB_WORKSPACE || currentDirectory();
    },
    temporary,
    handover: hasLaterSteps || RUNNER_TEMP ? temporary : undefined,
    // The tool cache of a persistent runner survives from job to job.
    cache: RUNNER_TOOL_CACHE ? path.join(RUNNER_TOOL_CACHE, 'gobbler-action') : undefined,
  };
}

/** Before what is kept is needed to clean up: then it has to be possible. */
function keep(name: string, value: string): void {
  try {
    appending('GITHUB_STATE', () => core.saveState(name, value));
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    throw gobblerError('state-unwritable', { error: messageOf(error) }, { cause: error });
  }
}

/**
 * A workflow runner: inputs from the environment, answers into command files, annotations and a summary on the page of
 * the run. Without one, for whoever runs the bundle by hand, everything is a line of the log.
 */
export function workflowRunner(stopSignals: StopSignals): Runtime {
  const reads = hasRunner();
  const summaryFile = process.env.GITHUB_STEP_SUMMARY;
  if (!reads) dropWorkflowCommands();
  return {
    prepare: requireCommandFiles,
    places: runnerPlaces(reads),
    stopSignals,
    input: (input) => core.getInput(input) || underscored(input),
    adviceOnInputs: reads ? "Correct the step's with block." : 'Correct the INPUT_ variables.',
    line,
    ...(core.isDebug() && { detail: reads ? core.debug : line }),
    group: (title, lines) => {
      if (reads) core.startGroup(title);
      else line(`${title}:`);
      for (const text of lines) line(`  ${text}`);
      if (reads) core.endGroup();
    },
    isWorkflow: reads,
    annotatesInLog: !reads,
    annotate: reads ? annotated : printed,
    output: (name, value) => {
      const text = Array.isArray(value) ? JSON.stringify(value) : String(value);
      if (reads) appending('GITHUB_OUTPUT', () => core.setOutput(name, text));
      else if (text !== '') line(`output ${name}=${escapeText(text)}`);
    },
    keep: (name, value) => {
      if (reads) keep(name, value);
    },
    recall: core.getState,
    summary: summaryFile ? (markdown) => fs.appendFile(summaryFile, markdown) : undefined,
  };
}
