import fs from 'node:fs';
import type { ServerResponse } from 'node:http';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type Connection,
  connect,
  fetchDirectory,
  fetchLatest,
  fetchManifest,
  fetchPermissions,
  fetchSummary,
  listVersions,
  uploadDirectory,
  versionPath,
} from '../../src/client/index.ts';
import { failureOf } from '../helpers/failure.ts';
import { answer, type FaultyService, startFaultyService } from '../helpers/faulty-service.ts';
import { leftInStaging, useSandbox } from '../helpers/sandbox.ts';

const sandbox = useSandbox();
const ref = { project: 'p', asset: 'a', version: 'v' };
let faulty: FaultyService | undefined;
let cache: string;
beforeEach(async () => {
  await sandbox().project('p');
  cache = path.join(sandbox().root, 'cache');
});
afterEach(() => faulty?.close());

/** A connection to a service that answers for one file or route as it likes. */
async function lying(ending: string, lie: (response: ServerResponse) => true): Promise<Connection> {
  faulty = await startFaultyService(sandbox().url, ({ url }, response) => {
    const isIt = decodeURIComponent(url ?? '')
      .split('?')[0]
      ?.endsWith(ending);
    return isIt === true && lie(response);
  });
  return { ...(await connect(faulty.url)), registryVisible: false };
}

const saying = (text: string) => (response: ServerResponse) => answer(response, 200, text);

/** Sends for as long as somebody reads. */
function endless(response: ServerResponse): true {
  response.writeHead(200, { 'content-type': 'application/json' });
  const chunk = Buffer.alloc(1024 * 1024, ' ');
  const send = (): void => {
    while (!response.destroyed && response.write(chunk));
    response.once('drain', send);
  };
  send();
  return true;
}

const polluted = (): unknown[] => [
  Reflect.get({}, 'polluted'),
  Reflect.get([], 'polluted'),
  Reflect.get(() => 0, 'polluted'),
];

/** Reads every record, and gives the failure; what is no `GobblerError` is thrown on as the defect it is. */
const READS: Record<string, (connection: Connection) => Promise<unknown>> = {
  '..summary': (connection) => fetchSummary(connection, ref),
  '..manifest': (connection) => fetchManifest(connection, ref),
  '..permissions': (connection) => fetchPermissions(connection, { project: 'p' }),
  '..latest': (connection) => fetchLatest(connection, ref),
};

const DEEP = 3_000_000;
const RECORDS: Record<string, string> = {
  'lists in lists': '['.repeat(DEEP) + ']'.repeat(DEEP),
  'objects in objects': `${'{"owners":'.repeat(DEEP / 10)}1${'}'.repeat(DEEP / 10)}`,
  'deep members': `{"owners":${'['.repeat(DEEP)}${']'.repeat(DEEP)},"version":[[1]],"x":{"size":[],"md5sum":{}}}`,
  'a prototype':
    '{"__proto__":{"polluted":true,"size":-0.5,"md5sum":"x"},"owners":1,"constructor":{"prototype":{"polluted":1}}}',
  'members of other types':
    '{"owners":{"0":"x"},"uploaders":true,"version":{},"upload_user_id":1,"x":{"size":"1","md5sum":1}}',
  'numbers that are none':
    '{"x":{"size":1e999,"md5sum":""},"owners":[1e999],"version":-0,"upload_user_id":null}',
  'a number': '17',
  nothing: '',
};

describe.each(Object.keys(RECORDS))('a record that holds %s', (what) => {
  it.each(Object.keys(READS))('is refused in place of %s, in a short sentence', async (record) => {
    const connection = await lying(`/${record}`, saying(RECORDS[what] ?? ''));
    const read = READS[record] ?? (async () => undefined);
    const error = await failureOf(read(connection));
    expect(error.code).toBe('corrupt-record');
    expect(error.message.length).toBeLessThan(1_000);
    expect(polluted()).toEqual([undefined, undefined, undefined]);
  });
});

describe('a body without end', () => {
  it.each([
    ['/info', 1_048_576],
    ['/..summary', 16_777_216],
    ['/..permissions', 16_777_216],
  ])('in place of %s is cut off, with the limit in the error', async (ending, limit) => {
    const failure = async () => {
      const connection = await lying(ending, endless);
      await fetchSummary(connection, ref);
      await fetchPermissions(connection, { project: 'p' });
    };
    await uploadDirectory(sandbox().connection, { ...ref, directory: sandbox().source({ x: 'x' }) });
    const error = await failureOf(failure());
    expect(error.code).toBe('service-misconfigured');
    expect(error.facts).toMatchObject({ unit: 'bytes', limit });
  });

  it('in place of the answer to a request is cut off, and nothing stays in staging', async () => {
    faulty = await startFaultyService(
      sandbox().url,
      ({ url }, response) => url?.startsWith('/new/request-upload') === true && endless(response),
    );
    const directory = sandbox().source({ x: 'x' });
    const error = await failureOf(uploadDirectory(await connect(faulty.url), { ...ref, directory }));
    expect(error.facts).toMatchObject({ unit: 'bytes', limit: 67_108_864 });
    expect(leftInStaging(sandbox())).toEqual([]);
  });

  it('in place of a file ends where the manifest says that it ends, and none of it stays', async () => {
    await uploadDirectory(sandbox().connection, { ...ref, directory: sandbox().source({ x: 'content' }) });
    const connection = await lying('/p/a/v/x', endless);
    const error = await failureOf(versionPath(connection, ref, { cache }));
    expect(error).toMatchObject({
      code: 'content-differs',
      problem: 'download-differs',
      facts: { expected: { bytes: 7 }, found: 'longer' },
    });
    const files = fs.readdirSync(cache, { recursive: true, encoding: 'utf8' });
    expect(files.filter((file) => file.includes('downloads/') || file.endsWith('/x'))).toEqual([]);
  });
});

describe('a record on the disk that is none', () => {
  it('but something that never ends, or too large, is refused', async () => {
    await uploadDirectory(sandbox().connection, { ...ref, directory: sandbox().source({ x: 'x' }) });
    const summary = path.join(sandbox().registry, 'p/a/v/..summary');
    fs.rmSync(summary);
    fs.symlinkSync('/dev/zero', summary);
    expect((await failureOf(fetchSummary(sandbox().connection, ref))).code).toBe('corrupt-record');
    fs.rmSync(summary);
    fs.writeFileSync(summary, '');
    fs.truncateSync(summary, 16 * 1024 * 1024 + 1);
    const error = await failureOf(fetchSummary(sandbox().connection, ref));
    expect(error).toMatchObject({ problem: 'record-unsuitable', facts: { limitBytes: 16_777_216 } });
  });
});

describe('names that a service makes up', () => {
  it.each(['../../x', '/etc', '..', '.', '', 'a\0b', 'a/b'])(
    'as the latest version, such as %j, lead nowhere',
    async (version) => {
      const connection = await lying('/..latest', saying(JSON.stringify({ version })));
      const directory = sandbox().source({ x: 'x' });
      const error = await failureOf(uploadDirectory(connection, { ...ref, directory }));
      expect(error).toMatchObject({ code: 'corrupt-record', problem: 'damaged-record' });
      const asked = decodeURIComponent((faulty?.requests ?? []).join('\n'));
      if (version !== '') expect(asked).not.toContain(`/p/a/${version}/`);
      expect(leftInStaging(sandbox())).toEqual([]);
    },
  );

  it.each(['[1]', '[{"toString":1}]', '[["x/"]]', '[null]', '{"0":"x/"}'])(
    'in a listing that is %s are refused',
    async (listing) => {
      const connection = await lying('/list', saying(listing));
      expect((await failureOf(listVersions(connection, ref))).code).toBe('service-failed');
    },
  );

  it.each(['a\0b', 'x/../../../y', '/y', './y', 'd//y'])(
    'in a listing, such as %j, never become files outside of the cache',
    async (name) => {
      await uploadDirectory(sandbox().connection, { ...ref, directory: sandbox().source({ x: 'x' }) });
      const connection = await lying('/list', saying(JSON.stringify([name])));
      const before = fs.readdirSync(sandbox().root).sort();
      expect((await failureOf(fetchDirectory(connection, 'p/a', { cache }))).code).toBe('corrupt-record');
      expect(fs.readdirSync(sandbox().root).filter((item) => item !== 'cache')).toEqual(before);
    },
  );

  it('may be those of properties of objects: they are names like any other', async () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype'];
    const directory = sandbox().source({});
    for (const name of names) fs.writeFileSync(path.join(directory, name), name);
    await uploadDirectory(sandbox().connection, { ...ref, directory });
    const connection = { ...sandbox().connection, registryVisible: false };
    const fetched = await versionPath(connection, ref, { cache });
    for (const name of names) expect(fs.readFileSync(path.join(fetched, name), 'utf8')).toBe(name);
    expect([...(await fetchManifest(connection, ref)).keys()].sort()).toEqual(names.sort());
  });
});
