import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, expect, it } from '@jest/globals';
import { writeLogEntry } from '../../src/service/storage/log-entries.ts';
import { Registry } from '../../src/service/storage/registry.ts';

const root = fs.mkdtempSync(path.join(os.tmpdir(), 'gobbler-logs-'));
afterEach(() => fs.rmSync(root, { recursive: true }));

it('no log entry replaces another one, however many are written within a second', () => {
  fs.mkdirSync(path.join(root, '..logs'));
  const registry = new Registry(root);
  // Of 4,000 numbers of six digits, some nine pairs are equal.
  const COUNT = 4_000;
  for (let index = 0; index < COUNT; index++)
    writeLogEntry(registry, 'delete-project', { project: `${index}` });
  expect(fs.readdirSync(path.join(root, '..logs'))).toHaveLength(COUNT);
});
