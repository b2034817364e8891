import fs from 'node:fs';
import path from 'node:path';
import {
  createMultipartUpload,
  type StagedPart,
  type StagePartOptions,
  stagePart,
} from '../../src/client/index.ts';
import type { Entries, Sandbox } from './sandbox.ts';

/** The version of uploads in tests. */
export const REF = { project: 'p', asset: 'a', version: 'v1' };

/** Starts an upload of p/a/v1, in a new project `p`. Returns its id. */
export async function newUpload(box: Sandbox, keepDays = 7): Promise<string> {
  await box.project('p');
  return (await createMultipartUpload(box.connection, REF, { keepDays })).id;
}

let sources = 0;

/** Stages these entries as a part. */
export function part(
  box: Sandbox,
  uploadId: string,
  name: string,
  entries: Entries,
  options: Partial<StagePartOptions> = {},
): Promise<StagedPart> {
  const directory = box.source(entries, `part-${++sources}`);
  return stagePart(box.connection, uploadId, name, { directory, ...options });
}

/** The paths in the directory of an upload, without the content of parts. */
export function inUpload({ staging }: Sandbox, uploadId: string): string[] {
  const root = path.join(staging, uploadId);
  return fs
    .readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((item) => !/^(unfinished|parts)\/[^/]+\//.test(item))
    .sort();
}

/** The paths in the directory of an upload without parts. */
export const EMPTY_UPLOAD = ['parts', 'submits', 'unfinished', 'upload.json'];
