import * as core from '@actions/core';
import { harmlessText } from '../verbs/harmless.ts';
import type { Host } from '../verbs/host.ts';
import { type Annotation, annotationText } from '../verbs/log.ts';
import { dropWorkflowCommands } from '../verbs/workflow-commands.ts';
import { requireCommandFiles } from './command-files.ts';

/** Whether a workflow runner reads what we print: GitHub's, or another that speaks its commands. */
export function hasRunner(): boolean {
  return process.env.GITHUB_ACTIONS === 'true' || Boolean(process.env.GITHUB_OUTPUT);
}

/** The same variable as a shell can export it, where there is no runner to set the other: `INPUT_DRY_RUN`. */
function underscored(name: string): string {
  return (process.env[`INPUT_${name.replaceAll('-', '_').toUpperCase()}`] ?? '').trim();
}

/** The runner reads commands at the start of lines, where no foreign text may be taken for one. */
function line(text: string): void {
  core.info(/^\s*::/.test(text) ? `| ${text}` : text);
}

function printed(severity: 'error' | 'warning', annotation: Annotation): void {
  line(`${severity === 'error' ? 'Error' : 'Warning'}: ${annotation.title}`);
  for (const text of annotationText(annotation).split('\n')) line(`  ${text}`);
}

function annotated(severity: 'error' | 'warning', annotation: Annotation): void {
  const command = severity === 'error' ? core.error : core.warning;
  command(annotationText(annotation), { title: annotation.title });
}

/**
 * A workflow runner: inputs from the environment, answers into command files, annotations and a summary on the page of
 * the run. Without one, for whoever runs the bundle by hand, everything is a line of the log.
 */
export function workflowRunner(): Host {
  const reads = hasRunner();
  if (!reads) dropWorkflowCommands();
  return {
    prepare: requireCommandFiles,
    given: (input) => core.getInput(input) || underscored(input),
    adviceOnInputs: reads ? "Correct the step's with block." : 'Correct the INPUT_ variables.',
    line,
    group: (title, lines) => {
      if (reads) core.startGroup(title);
      else line(`${title}:`);
      for (const text of lines) line(`  ${text}`);
      if (reads) core.endGroup();
    },
    annotatesInLog: !reads,
    annotate: reads ? annotated : printed,
    output: (name, value) => {
      const text = Array.isArray(value) ? JSON.stringify(value) : String(value);
      if (reads) core.setOutput(name, text);
      else if (text !== '') line(`output ${name}=${harmlessText(text)}`);
    },
    keep: (name, value) => {
      if (reads) core.saveState(name, value);
    },
    recall: core.getState,
    summary: process.env.GITHUB_STEP_SUMMARY
      ? async (markdown) => void (await core.summary.addRaw(markdown).write())
      : undefined,
  };
}
