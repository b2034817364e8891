import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyText } from '../helpers/any-text.ts';
import { ServiceBench } from '../helpers/service-bench.ts';
import { exchange } from '../helpers/service-http.ts';

const ACTIONS = [
  ...['create_project', 'upload', 'set_permissions', 'approve_probation', 'reject_probation'],
  ...['refresh_latest', 'refresh_usage', 'reindex_version', 'validate_version', 'reroute_links'],
  ...['delete_project', 'delete_asset', 'delete_version', 'health_check', 'unheard_of', ''],
];
const MEMBERS = [
  ...[
    'project',
    'asset',
    'version',
    'source',
    'permissions',
    'owners',
    'uploaders',
    'id',
    'until',
    'trusted',
  ],
  ...['on_probation', 'ignore_dot', 'consume', 'spoof', 'force', 'to_delete', 'dry_run', 'global_write'],
  ...['__proto__', 'PROJECT', 'aſſet'],
];
const TEXTS = [
  'p',
  'a',
  'v',
  'source-1',
  '',
  '.',
  '..',
  '../..',
  'a/b',
  'x'.repeat(300),
  '\0',
  '\ud800',
  'p/a/v',
];

const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom<unknown>(...TEXTS, true, null, 0, -1, 1e30, 'true'),
    anyText({ maxLength: 10 }),
    fc.array(tie('any'), { maxLength: 3 }),
    tie('object'),
  ),
  object: fc.dictionary(fc.constantFrom(...MEMBERS), tie('any'), { maxKeys: 8 }),
}));

/** The content of a request file: JSON that is nearly right, cut off, with a byte changed, or anything at all. */
const content = fc.oneof(
  value.object.map((json) => Buffer.from(JSON.stringify(json))),
  fc.tuple(value.object, fc.nat(200), fc.nat(255)).map(([json, at, byte]) => {
    const bytes = Buffer.from(JSON.stringify(json));
    bytes[at % bytes.length] = byte;
    return bytes.subarray(0, at % 7 === 0 ? at : bytes.length);
  }),
  fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)),
);

it('no request file crashes the service, or is answered with anything but JSON', async () => {
  const bench = await ServiceBench.inProcess();
  await bench.createProject('p');
  await bench.upload('p/a/v', { x: 'x' });
  let count = 0;
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...ACTIONS), content, async (action, bytes) => {
      bench.stage({ x: 'x' });
      const name = `request-${action}-fuzz${count++}`;
      fs.writeFileSync(path.join(bench.staging, name), bytes);
      const { status, json } = await bench.post(name);
      expect(json.status).toBe(status === 200 ? 'SUCCESS' : 'ERROR');
      if (status !== 200) expect(json.reason).toEqual(expect.stringMatching(/./));
    }),
    { numRuns: 250 },
  );
  expect((await bench.get('/info')).status).toBe(200);
  expect(bench.log.filter((line) => /TypeError|RangeError|ReferenceError/.test(line))).toEqual([]);
  expect(fs.readdirSync(bench.root).sort()).toEqual(['registry', 'staging']);
  expect(Object.keys(Object.prototype)).toEqual([]);
});

it('no path crashes the service, or leads out of the registry', async () => {
  const bench = await ServiceBench.inProcess();
  fs.writeFileSync(path.join(bench.root, 'secret'), 'this is a secret');
  const part = fc.oneof(
    fc.constantFrom(
      '..',
      '.',
      '/',
      '%2e%2e',
      '%2F',
      '%252e%252e',
      '%00',
      '%',
      '?',
      '#',
      '&',
      'path=',
      'secret',
    ),
    fc.constantFrom('new', 'fetch', 'list', 'info', 'request-x', '=true', 'recursive', '+', '//'),
    fc.string({ maxLength: 5 }).map(encodeURIComponent),
  );
  const route = fc.constantFrom('/fetch/', '/list?path=', '/new/', '/info', '/');
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('GET', 'POST', 'HEAD', 'OPTIONS', 'DELETE'),
      route,
      fc.array(part, { maxLength: 6 }),
      async (method, start, parts) => {
        const target = `${start}${parts.join('')}`;
        const { status, body } = await exchange({ port: bench.port, method, path: target });
        expect(status).toBeGreaterThanOrEqual(200);
        expect(body.toString()).not.toContain('this is a secret');
      },
    ),
    { numRuns: 250 },
  );
  expect((await bench.get('/info')).status).toBe(200);
  expect(bench.log.filter((line) => /TypeError|RangeError|ReferenceError/.test(line))).toEqual([]);
});
