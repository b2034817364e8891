import { spawn } from 'node:child_process';
import path from 'node:path';
import type { Sandbox } from '../helpers/sandbox.ts';

/** A Python that has the Python client; `scripts/test-python.mjs` looks for one. */
export const PYTHON = process.env.GOBBLER_TEST_PYTHON ?? 'python3';

type Arguments = Readonly<Record<string, unknown>>;
type Answer = { readonly value: unknown } | { readonly refused: number; readonly reason: string };

/** Calls a function of the Python client. Throws if the service refuses. */
export async function python(box: Sandbox, name: string, given: Arguments = {}): Promise<unknown> {
  const answer = await answerOf(box, name, given);
  if ('refused' in answer) throw new Error(`${name} was refused with ${answer.refused}: ${answer.reason}`);
  return answer.value;
}

/** Calls a function that the service has to refuse; gives status and reason. */
export async function refusal(
  box: Sandbox,
  name: string,
  given: Arguments,
): Promise<{ refused: number; reason: string }> {
  const answer = await answerOf(box, name, given);
  if (!('refused' in answer)) throw new Error(`${name} should have been refused`);
  return answer;
}

async function answerOf(box: Sandbox, name: string, given: Arguments): Promise<Answer> {
  const { registry, staging, url, root } = box;
  const child = spawn(PYTHON, [path.join(import.meta.dirname, 'call.py')], {
    env: { PATH: process.env.PATH, HOME: root, PYTHONDONTWRITEBYTECODE: '1', NO_PROXY: '127.0.0.1' },
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
  child.stdin.end(JSON.stringify({ name, arguments: given, places: { registry, staging, url } }));
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error(`${name} failed in Python:\n${stderr}`);
  return JSON.parse(stdout);
}
