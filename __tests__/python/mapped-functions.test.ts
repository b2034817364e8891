import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { PYTHON } from './pygobbler.ts';

const PUBLIC_FUNCTIONS = `
import inspect, json, pygobbler
print(json.dumps([name for name, value in inspect.getmembers(pygobbler, inspect.isfunction) if not name.startswith("_")]))
`;

it('every function of the Python client is on the page that maps them', () => {
  const page = fs.readFileSync(path.resolve(import.meta.dirname, '../../docs/python-and-r.md'), 'utf8');
  const mapped = [...page.matchAll(/^\| `([a-z_]+)` \| `/gm)].map(([, name]) => name);
  const env = { PATH: process.env.PATH, PYTHONDONTWRITEBYTECODE: '1' };
  const functions: string[] = JSON.parse(
    execFileSync(PYTHON, ['-c', PUBLIC_FUNCTIONS], { encoding: 'utf8', env }),
  );
  expect(mapped.sort()).toEqual(functions.sort());
});
