import { execFileSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dirHash, makeStatement, type Provenance, parseStatement } from '../../src/client/index.ts';
import { plainFacts, provenanceNameProblem, publicUrl } from '../../src/client/provenance/index.ts';
import { anyText } from '../helpers/any-text.ts';

const ref = { project: 'p', asset: 'a', version: 'v' };
const COMMIT = '7fd1a60b01f91b314f59955a4e4d4e80d8edf11d';

const facts: Provenance = {
  dirHash: dirHash(new Map()),
  place: 'workflow',
  startedOn: '2030-01-02T03:04:05.678Z',
  actionVersion: '1.2.3 (1a2b3c4, 2030-01-01)',
  repository: 'https://github.com/octocat/hello-world',
  commit: COMMIT,
  ref: 'refs/heads/main',
  workflow: 'octocat/hello-world/.github/workflows/x.yml@refs/heads/main',
  runUrl: 'https://github.com/octocat/hello-world/actions/runs/17/attempts/2',
  actor: 'octocat',
  user: 'alicia',
  message: 'Recalibrated:\n\tthe second channel',
};

const made = (changes: Partial<Provenance> = {}): string => makeStatement(ref, { ...facts, ...changes });

describe('dirHash', () => {
  it('is the digest that the in-toto specification computes in a shell', () => {
    // The module github.com/marklodato/go-hello-world@v0.0.1 of the specification (in-toto/attestation, digest_set.md).
    const sums = new Map([
      ['go.mod', '28e7c942a036902d981759d0bf5704d2bfc7cb500caf68b84711b234af01c6a5'],
      ['main.go', 'ddc4da627d9a9f45fb29641a1b185d6f53287ecfd921aacbf4fe54b7a86fe8d1'],
      ['README.md', '3a137eef6458bfb76bb2c63fc29ffc7166604d2d2e09ed9d8250a534122a8364'],
    ]);
    const inModule = Array.from(sums, ([file, sum]): [string, string] => [
      `github.com/marklodato/go-hello-world@v0.0.1/${file}`,
      sum,
    ]);
    expect(dirHash(new Map(inModule))).toBe(
      '2a1bb6127fb481c60f67692e22285fb306f3c6ffe62075e0ccf674d7c3adcb8f',
    );
    expect(dirHash(new Map())).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  it('sorts paths by their bytes, as sort does in the C locale', () => {
    const names = ['a', 'a/b', 'a-b', 'Z', 'ä', '\u{1f600}', '\uffee', 'a b', '"q"', 'back\\slash'];
    const sums = new Map(names.map((name, at) => [name, String(at).repeat(64)]));
    const lines = execFileSync('sort', ['-k2'], {
      env: { ...process.env, LC_ALL: 'C' },
      input: Array.from(sums, ([name, sum]) => `${sum}  ${name}\n`).join(''),
    });
    const expected = execFileSync('sha256sum', { input: lines, encoding: 'utf8' });
    expect(`${dirHash(sums)}  -\n`).toBe(expected);
  });
});

/** Messages of the published protocol buffers, field by field: their JSON has no other members. */
const MESSAGES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  // in-toto/attestation: protos/in_toto_attestation/v1/statement.proto, resource_descriptor.proto
  Statement: { _type: 'string', subject: 'Resource[]', predicateType: 'string', predicate: 'Provenance' },
  Resource: {
    name: 'string',
    uri: 'string',
    digest: 'strings',
    content: 'string',
    downloadLocation: 'string',
    mediaType: 'string',
    annotations: 'struct',
  },
  // slsa-framework/slsa: spec/v1.0/schema/provenance.proto
  Provenance: { buildDefinition: 'BuildDefinition', runDetails: 'RunDetails' },
  BuildDefinition: {
    buildType: 'string',
    externalParameters: 'struct',
    internalParameters: 'struct',
    resolvedDependencies: 'Resource[]',
  },
  RunDetails: { builder: 'Builder', metadata: 'BuildMetadata', byproducts: 'Resource[]' },
  Builder: { id: 'string', version: 'strings', builderDependencies: 'Resource[]' },
  BuildMetadata: { invocationId: 'string', startedOn: 'time', finishedOn: 'time' },
};
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  Statement: ['_type', 'subject', 'predicateType', 'predicate'],
  Provenance: ['buildDefinition', 'runDetails'],
  BuildDefinition: ['buildType', 'externalParameters'],
  RunDetails: ['builder'],
  Builder: ['id'],
};

/** Every place at which a value is not what its type says. */
function violations(value: unknown, type: string, place = type): string[] {
  if (type.endsWith('[]')) {
    if (!Array.isArray(value)) return [place];
    return value.flatMap((item, at) => violations(item, type.slice(0, -2), `${place}[${at}]`));
  }
  if (type === 'string') return typeof value === 'string' ? [] : [place];
  if (type === 'time') return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(String(value)) ? [] : [place];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [place];
  if (type === 'struct') return [];
  if (type === 'strings')
    return Object.entries(value).flatMap(([key, item]) => violations(item, 'string', `${place}.${key}`));
  const fields = MESSAGES[type] ?? {};
  const missing = (REQUIRED[type] ?? []).filter((key) => !Object.hasOwn(value, key));
  return [
    ...missing.map((key) => `${place} lacks ${key}`),
    ...Object.entries(value).flatMap(([key, item]) =>
      fields[key] === undefined ? [`${place}.${key}`] : violations(item, fields[key], `${place}.${key}`),
    ),
  ];
}

describe('a statement', () => {
  it('has the fields of in-toto and SLSA, and no others', () => {
    const statement = JSON.parse(made());
    expect(violations(statement, 'Statement')).toEqual([]);
    expect(violations({ ...statement, signature: 'x', predicate: {} }, 'Statement')).toEqual([
      'Statement.predicate lacks buildDefinition',
      'Statement.predicate lacks runDetails',
      'Statement.signature',
    ]);
    expect(statement).toMatchObject({
      _type: 'https://in-toto.io/Statement/v1',
      predicateType: 'https://slsa.dev/provenance/v1',
      subject: [{ name: 'p/a/v', digest: { dirHash: facts.dirHash } }],
      predicate: {
        buildDefinition: {
          externalParameters: { ref: facts.ref, workflow: facts.workflow, message: facts.message },
          internalParameters: { actor: 'octocat', user: 'alicia' },
          resolvedDependencies: [
            {
              uri: 'git+https://github.com/octocat/hello-world@refs/heads/main',
              digest: { gitCommit: COMMIT },
            },
          ],
        },
        runDetails: {
          builder: { version: { 'gobbler-action': facts.actionVersion } },
          metadata: { invocationId: facts.runUrl, startedOn: facts.startedOn },
        },
      },
    });
  });

  it('has few facts in a place that tells few', () => {
    const { dirHash: digest, startedOn, actionVersion } = facts;
    const few = { dirHash: digest, startedOn, actionVersion, place: 'shell' } as const;
    const text = makeStatement(ref, few);
    expect(violations(JSON.parse(text), 'Statement')).toEqual([]);
    expect(parseStatement(text, ref)).toEqual(few);
    const withCommit = makeStatement(ref, { ...few, commit: COMMIT, modified: true });
    expect(parseStatement(withCommit, ref)).toEqual({ ...few, commit: COMMIT, modified: true });
  });

  it('is read as it was made, whatever the facts are: without those that are not plain', () => {
    const text = fc.oneof(anyText({ maxLength: 30 }), fc.constant('x'.repeat(513)));
    const names = [
      'ref',
      'workflow',
      'actor',
      'user',
      'slurmJob',
      'slurmJobName',
      'message',
      'runUrl',
    ] as const;
    const record = fc.record(Object.fromEntries(names.map((name) => [name, text])), { requiredKeys: [] });
    fc.assert(
      fc.property(record, (doubtful) => {
        const given: Provenance = { ...facts, ...doubtful };
        const { facts: plain, leftOut } = plainFacts(given);
        expect(parseStatement(makeStatement(ref, given), ref)).toEqual({ ...plain, dirHash: facts.dirHash });
        for (const name of leftOut) expect(plain[name]).toBeUndefined();
      }),
    );
  });

  it.each([
    ['a line break', { actor: 'octocat\nrun: https://evil.example.org' }, ['actor']],
    ['a very long text', { actor: 'x'.repeat(100_000) }, ['actor']],
    ['bytes that were not UTF-8', { ref: 'refs/heads/caf\ufffd' }, ['ref']],
    ['half a character', { user: 'al\ud800' }, ['user']],
    ['a terminal escape', { workflow: '\u001b[2J' }, ['workflow']],
    ['nothing but space', { actor: ' \u00a0 \u00a0 ' }, ['actor']],
    ['a token in the address', { repository: 'https://token@github.com/o/r' }, ['repository']],
    ['a token in the query', { runUrl: 'https://github.com/o/r?token=x' }, ['runUrl']],
    ['a script', { runUrl: 'javascript:alert(1)' }, ['runUrl']],
    ['no digest', { commit: 'HEAD' }, ['commit']],
    ['a long message', { message: 'x'.repeat(8001) }, ['message']],
  ])('leaves out a fact with %s', (_, changes, leftOut) => {
    const given = { ...facts, ...changes };
    expect(plainFacts(given).leftOut).toEqual(leftOut);
    const text = made(changes);
    expect(parseStatement(text, ref)).toMatchObject({ place: 'workflow' });
    for (const value of Object.values(changes))
      expect(text).not.toContain(JSON.stringify(value).slice(1, -1));
  });

  const changed = (change: (statement: Record<string, never>) => void): string => {
    const statement = JSON.parse(made());
    change(statement);
    return JSON.stringify(statement);
  };
  // biome-ignore lint/suspicious/noExplicitAny: the tests break statements wherever they can
  type Any = any;

  it.each<[string, (statement: Any) => void]>([
    ['another type', (s) => (s._type = 'https://in-toto.io/Statement/v0.1')],
    ['another predicate', (s) => (s.predicateType = 'https://slsa.dev/provenance/v0.2')],
    ['another build type', (s) => (s.predicate.buildDefinition.buildType = 'https://example.org')],
    ['another builder', (s) => (s.predicate.runDetails.builder.id = 'https://example.org')],
    ['another subject', (s) => (s.subject[0].name = 'p/a/v2')],
    ['two subjects', (s) => s.subject.push(s.subject[0])],
    ['no subject', (s) => (s.subject = [])],
    ['a subject that is none', (s) => (s.subject = [null])],
    ['another digest', (s) => (s.subject[0].digest = { sha256: facts.dirHash })],
    ['a digest that is none', (s) => (s.subject[0].digest.dirHash = 'h1:x')],
    ['a time that is none', (s) => (s.predicate.runDetails.metadata.startedOn = 'now')],
    ['a number for a text', (s) => (s.predicate.buildDefinition.internalParameters.actor = 7)],
    ['a link that is none', (s) => (s.predicate.runDetails.metadata.invocationId = 'javascript:x')],
    ['a line break', (s) => (s.predicate.buildDefinition.internalParameters.actor = 'a\nb')],
    ['dependencies that are none', (s) => (s.predicate.buildDefinition.resolvedDependencies = 'x')],
    ['no predicate', (s) => delete s.predicate],
  ])('is not accepted with %s', (_, change) => {
    expect(parseStatement(changed(change), ref)).toBeUndefined();
  });

  it('is accepted with fields that in-toto lets others add', () => {
    const text = changed((statement: Any) => {
      statement.extra = 1;
      statement.predicate.buildDefinition.externalParameters.extra = { x: [] };
    });
    expect(parseStatement(text, ref)).toMatchObject({ actor: 'octocat', commit: COMMIT });
  });

  it('is not read from any other text, nor from one that is too long', () => {
    for (const text of ['', 'null', '[]', '{}', '"x"', '{"_type": {}}', `${made()} x`])
      expect(parseStatement(text, ref)).toBeUndefined();
    expect(parseStatement(made().padEnd(64 * 1024 + 1), ref)).toBeUndefined();
  });
});

describe('addresses of repositories', () => {
  it.each([
    ['https://github.com/o/r.git', 'https://github.com/o/r.git'],
    [
      'https://user:secret@host.example.org:8443/o/r?token=secret#secret',
      'https://host.example.org:8443/o/r',
    ],
    ['https://secret@github.com/o/r', 'https://github.com/o/r'],
    ['ssh://git:secret@host/o/r', 'ssh://host/o/r'],
    ['git@github.com:o/r.git', 'ssh://github.com/o/r.git'],
    ['secret:x@host:o/r', undefined],
    ['host:/srv/r', 'ssh://host/srv/r'],
    ['/srv/git/r', 'file:///srv/git/r'],
    ['../r', undefined],
    ['ext::sh -c secret', undefined],
    ['javascript://x/alert(1)', undefined],
    ['https://host/a\nb', 'https://host/ab'],
    [`https://host/${'x'.repeat(600)}`, undefined],
    ['', undefined],
  ])('%s is published as %s', (address, expected) => {
    expect(publicUrl(address)).toBe(expected);
  });

  it('never have a user or a password', () => {
    const part = fc.stringMatching(/^[\w%.-]{1,12}$/);
    fc.assert(
      fc.property(part, part, fc.constantFrom('https', 'http', 'ssh', 'git'), (user, password, scheme) => {
        const url = publicUrl(`${scheme}://${user}:S${password}S@host.example.org/o/r`);
        if (url !== undefined) expect(url).toBe(`${scheme}://host.example.org/o/r`);
      }),
    );
  });
});

describe('the name of a provenance file', () => {
  it.each(['provenance.json', '.provenance.json', 'Ü (1).JSON', 'x.intoto.json'])('can be %j', (name) => {
    expect(provenanceNameProblem(name)).toBeUndefined();
  });

  it.each([
    ['a/provenance.json', 'slash'],
    ['provenance.txt', 'ends with .json'],
    ['.json', 'ends with .json'],
    ['..json', 'two dots'],
    ['..x.json', 'two dots'],
    ['a\nb.json', 'control'],
    ['\ud800.json', 'control'],
    [`${'ä'.repeat(126)}.json`, 'at most 255 bytes'],
  ])('cannot be %j', (name, says) => {
    expect(provenanceNameProblem(name)).toContain(says);
  });
});
