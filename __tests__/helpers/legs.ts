import fs from 'node:fs';
import path from 'node:path';
import { type AddedLeg, type AddLegOptions, addLeg, allocateArea } from '../../src/client/index.ts';
import type { Entries, Sandbox } from './sandbox.ts';

/** The version that areas of tests are for. */
export const REF = { project: 'p', asset: 'a', version: 'v1' };

/** The name of a new area for p/a/v1, in a new project `p`. */
export async function newArea(box: Sandbox, keepDays = 7): Promise<string> {
  await box.project('p');
  return (await allocateArea(box.connection, REF, { keepDays })).name;
}

let sources = 0;

/** Adds a leg of these entries. */
export function leg(
  box: Sandbox,
  area: string,
  name: string,
  entries: Entries,
  options: Partial<AddLegOptions> = {},
): Promise<AddedLeg> {
  const directory = box.source(entries, `leg-${++sources}`);
  return addLeg(box.connection, area, name, { directory, ...options });
}

/** What lies in an area, by its place there, without what legs have brought. */
export function inArea({ staging }: Sandbox, area: string): string[] {
  const root = path.join(staging, area);
  return fs
    .readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((item) => !/^parts\/[^/]+\//.test(item))
    .sort();
}

/** What is in an area that nobody works at, with these legs. */
export const EMPTY_AREA = ['area.json', 'claims', 'legs', 'parts', 'submits'];
