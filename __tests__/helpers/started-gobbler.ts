import fs from 'node:fs';
import path from 'node:path';
import type { StepResult } from '../../scripts/runner.mjs';
import { type Use, type UseResult, use, usePost } from './host.ts';
import { type Sandbox, withSandbox } from './sandbox.ts';

/** A job, in a sandbox of its own. */
export interface Job {
  readonly box: Sandbox;
  /** Starts a Gobbler. Whatever becomes of the test, it is stopped. */
  readonly start: (inputs?: Record<string, string>, more?: Use) => Promise<UseResult>;
  readonly stop: (main: UseResult, env?: Record<string, string>) => Promise<StepResult>;
  /** Puts a program into the workspace. */
  readonly program: (name: string, text: string) => string;
  /** The content of the runner's temporary directory. */
  readonly temporary: () => string[];
}

/** For tests that run at the same time, since most of what they do is to wait. */
export function inJob(work: (job: Job) => Promise<void>): Promise<void> {
  return withSandbox(async (box) => {
    const started: UseResult[] = [];
    const temp = path.join(box.root, 'temp');
    try {
      await work({
        box,
        start: async (inputs = {}, more = {}) => {
          const result = await use(box, 'start', { ...more, with: inputs });
          started.push(result);
          return result;
        },
        stop: (main, env = {}) => usePost(box, 'start', main, { env }),
        program: (name, text) => {
          const file = path.join(box.workspace, name);
          fs.writeFileSync(file, text, { mode: 0o755 });
          return file;
        },
        temporary: () => (fs.existsSync(temp) ? fs.readdirSync(temp) : []),
      });
    } finally {
      for (const { outputs } of started) {
        try {
          if (outputs.pid) process.kill(-Number(outputs.pid), 'SIGKILL');
        } catch {
          // it was stopped, as it should be
        }
      }
    }
  });
}
