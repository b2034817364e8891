import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { CommanderError } from 'commander';
import { parse } from 'yaml';
import { anchorsOf, type Block, blocksOf, linksOf, pagesOf } from '../../scripts/markdown.mjs';
import { readCommandLine } from '../../src/cli/command-line.ts';
import { COMMANDS } from '../../src/cli/commands.ts';
import { parseUploaders } from '../../src/commands/admin/uploader-list.ts';
import { settingsInEffect } from '../../src/commands/settings/site-settings.ts';
import * as library from '../../src/library.ts';
import { parseFlags } from '../../src/service/flags.ts';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string => fs.readFileSync(path.join(root, file), 'utf8');
const pages = pagesOf(root);
const blocks = pages.flatMap((page) => blocksOf(page, read(page)));
const inLanguage = (...languages: string[]): Block[] =>
  blocks.filter(({ language }) => languages.includes(language));

/** Blocks for shells that a test runs: where they are, and the file of tests that takes them from there. */
const RUN: Readonly<Record<string, string>> = {
  'README.md#the-command-line 1': 'documentation/readme-shell',
  'docs/tutorial.md#tutorial-your-first-version 2': 'documentation/readme-shell',
  'docs/tutorial.md#tutorial-your-first-version 3': 'documentation/readme-shell',
  'docs/tutorial.md#tutorial-your-first-version 4': 'documentation/readme-shell',
  'docs/actions.md#by-hand 1': 'documentation/readme-shell',
  'docs/administering.md#projects 1': 'documentation/administering',
  'docs/administering.md#permissions 1': 'documentation/administering',
  'docs/administering.md#permissions 2': 'documentation/administering',
  'docs/administering.md#usage 1': 'documentation/administering',
  'docs/administering.md#validation 1': 'documentation/administering',
  'docs/administering.md#reindexing 1': 'documentation/administering',
  'docs/administering.md#refreshing 1': 'documentation/administering',
  'docs/administering.md#removal 1': 'documentation/administering',
  'docs/administering.md#removal 2': 'documentation/administering',
  'docs/administering.md#backups 1': 'documentation/administering',
  'docs/administering.md#backups 2': 'documentation/administering',
  'docs/administering.md#backups 3': 'documentation/administering',
  'docs/administering.md#upgrades 1': 'documentation/administering',
  'docs/runner-setup.md#a-runner-next-to-a-gobbler 1': 'documentation/readme-shell',
  'docs/approving.md#from-the-notification-to-the-release 2': 'browser/gate-story',
  'docs/approving.md#from-the-notification-to-the-release 3': 'browser/gate-story',
  'docs/approving.md#find-out-that-a-version-waits 2': 'documentation/approving',
  'docs/approving.md#decide-in-a-shell 1': 'documentation/approving',
  'docs/approving.md#decide-in-a-shell 2': 'documentation/approving',
  'docs/provenance.md#the-file 1': 'documentation/shell-recipes',
  'docs/recipes/README.md#gobbler-on-the-path 1': 'documentation/shell-recipes',
  'docs/recipes/attest.md#attest-what-is-published 2': 'documentation/shell-recipes',
  'docs/recipes/ephemeral-runners.md#ephemeral-runners 1': 'documentation/shell-recipes',
  'docs/recipes/fetch-latest.md#from-a-shell 1': 'documentation/shell-recipes',
  'docs/recipes/matrix.md#many-jobs-one-version 2': 'documentation/shell-recipes',
  'docs/recipes/permissions.md#permissions-as-code 3': 'documentation/shell-recipes',
  'docs/recipes/slurm.md#slurm 3': 'documentation/shell-recipes',
  'docs/recipes/slurm.md#an-array-that-stages-parts 3': 'documentation/shell-recipes',
  'docs/recipes/snakemake.md#snakemake 2': 'engines/snakemake',
};

/** Blocks for shells that no test of the suite runs, and why. Their content is compared with the code, too. */
const NOT_RUN: Readonly<Record<string, string>> = {
  'README.md#gobbler-action 2': 'CI does, from a clean clone: .ci/run',
  'docs/tutorial.md#tutorial-your-first-version 1': 'it clones from GitHub',
  'README.md#install 1': 'scripts/verify-package.mjs does, with a file that it has packed',
  'README.md#install 2': 'likewise, and it needs the registry of npm',
  'CONTRIBUTING.md#contributing 1': 'it is the suite itself, and all else that takes minutes',
  'CONTRIBUTING.md#in-real-engines 1': 'it needs the engines, and takes minutes: .ci/run engines',
  'CONTRIBUTING.md#on-real-nfs 1': 'it boots kernels, and takes minutes: .ci/run nfs',
  'CONTRIBUTING.md#before-each-commit 1': 'it is the suite itself, and all else that takes minutes',
  'CONTRIBUTING.md#contributing 2': 'it installs a program, from the network',
  'SECURITY.md#what-you-run 1': 'it clones from GitHub; CI runs npm ci and npm run verify',
  'docs/performance.md#repeat-it 1': 'it takes an hour, and needs an idle machine',
  'docs/approving.md#from-the-notification-to-the-release 4':
    'it needs another machine; browser/gate-story has a tunnel of its own',
  'docs/approving.md#look-at-it-on-a-page 1': 'it runs until it is stopped: every test in review/ starts it',
  'docs/recipes/slurm.md#slurm 1':
    'the script is submitted by the third block, in documentation/shell-recipes',
  'docs/recipes/slurm.md#slurm 2': 'likewise',
  'docs/recipes/slurm.md#an-array-that-stages-parts 1': 'likewise',
  'docs/recipes/slurm.md#an-array-that-stages-parts 2': 'likewise',
};

/** Files in YAML that are no workflows, by the name at their top, and what holds them against their own rules. */
const OTHER_YAML: Readonly<Record<string, (content: string) => unknown>> = {
  '.gitlab-ci.yml': requireGitlabPipeline,
  'permissions/my-project.yml': async (content) => expect(await parseUploaders(content)).not.toEqual([]),
};

/** Languages that nothing here can read, and how often they occur: a new block wants a look by somebody. */
const BY_EYE: Readonly<Record<string, number>> = {
  text: 5,
  python: 2,
  groovy: 1,
  nginx: 1,
  apache: 1,
  haproxy: 1,
};

describe('links', () => {
  const targetsOf = (page: string) =>
    linksOf(read(page)).filter((link) => !/^[a-z]+:/.test(link) && link !== '');

  it('of every page lead to files that exist, and to headings in them', () => {
    const broken = pages.flatMap((page) =>
      targetsOf(page)
        .filter((link) => {
          const [file = '', anchor] = decodeURI(link).split('#');
          const target = file === '' ? page : path.join(path.dirname(page), file);
          if (!fs.existsSync(path.join(root, target))) return true;
          if (anchor === undefined) return false;
          return !target.endsWith('.md') || !anchorsOf(read(target)).includes(anchor);
        })
        .map((link) => `${page}: ${link}`),
    );
    expect(broken).toEqual([]);
    expect(pages.flatMap(targetsOf).length).toBeGreaterThan(60);
  });

  it('lead to every page from the README or a page that it leads to', () => {
    const reached = new Set(['README.md']);
    for (const page of reached) {
      for (const link of targetsOf(page)) {
        const target = path.join(path.dirname(page), link.split('#', 1)[0] ?? '');
        if (pages.includes(target)) reached.add(target);
        for (const below of pages.filter((one) => path.dirname(one) === target)) reached.add(below);
      }
    }
    expect(pages.filter((page) => !reached.has(page))).toEqual([]);
  });

  it('and names of files and scripts in the text stand for something', () => {
    const files = fs
      .readdirSync(root)
      .filter((name) => !['node_modules', '.git', 'build', 'lib'].includes(name))
      .flatMap((name) =>
        fs.statSync(path.join(root, name)).isDirectory()
          ? fs
              .readdirSync(path.join(root, name), { recursive: true, encoding: 'utf8' })
              .map((item) => path.join(name, item))
          : [name],
      )
      .map((name) => `/${name.replaceAll(path.sep, '/')}`);
    const { scripts } = JSON.parse(read('package.json'));
    const mentions = pages.flatMap((page) =>
      [...read(page).matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => ({ page, code })),
    );
    const unknown = mentions.flatMap(({ page, code }) => [
      ...[...code.matchAll(/(?<![^\s:])[\w@.-]+(?:\/[\w@.-]+)*\.(?:ts|mjs|cjs|md|yml|svg)\b/g)]
        .filter(([name]) => !name.includes('NAME') && !files.some((file) => file.endsWith(`/${name}`)))
        .map(([name]) => ({ page, name })),
      ...[...code.matchAll(/\bnpm run ([\w:-]+)/g)]
        .filter(([, name = '']) => !(name in scripts))
        .map(([name]) => ({ page, name })),
    ]);
    expect(unknown).toEqual([]);
    expect(mentions.length).toBeGreaterThan(500);
  });

  it('have the anchors that GitHub makes', () => {
    const headings = '# A `b`: C, d?\n## Étude_1 & 2\n## A b c d\n```sh\n# none\n```\n## [x](y.md) z\n';
    expect(anchorsOf(headings)).toEqual(['a-b-c-d', 'étude_1--2', 'a-b-c-d-1', 'x-z']);
  });
});

describe('blocks', () => {
  it('are in a language that some test here knows', () => {
    const known = ['sh', 'bash', 'yaml', 'ts', 'json', ...Object.keys(BY_EYE)];
    expect(blocks.filter(({ language }) => !known.includes(language)).map(({ key }) => key)).toEqual([]);
    const counts = Object.keys(BY_EYE).map((language) => [language, inLanguage(language).length]);
    expect(Object.fromEntries(counts)).toEqual(BY_EYE);
  });

  it('of YAML are workflows or steps that GitHub would take, or files with rules of their own', async () => {
    const checker = spawnSync(process.execPath, [path.join(root, 'scripts/check-workflows.mjs')], {
      encoding: 'utf8',
    });
    expect({ said: checker.stderr, status: checker.status }).toEqual({ said: '', status: 0 });
    const found: string[] = [];
    for (const { content } of inLanguage('yaml')) {
      const [, name] = /^# (?!\.github\/workflows\/)(\S+)\n/.exec(content) ?? [];
      if (name === undefined) continue;
      found.push(name);
      const requireValid = OTHER_YAML[name];
      if (requireValid === undefined) throw new Error(`nothing is known about the file ${name}`);
      await requireValid(content);
    }
    expect(found.sort()).toEqual(Object.keys(OTHER_YAML).sort());
  });

  it('for shells are run by a test, or registered with the reason why not', () => {
    const keys = inLanguage('sh', 'bash').map(({ key }) => key);
    expect([...keys].sort()).toEqual([...Object.keys(RUN), ...Object.keys(NOT_RUN)].sort());
    const unnamed = Object.entries(RUN).filter(
      ([key, file]) => !read(`__tests__/${file}.test.ts`).includes(`'${key}'`),
    );
    expect(unnamed).toEqual([]);
  });

  it('for settings is understood', () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gobbler-test-'));
    try {
      for (const { content } of inLanguage('json')) {
        const file = path.join(folder, 'site.json');
        fs.writeFileSync(file, content, { mode: 0o644 });
        const env = { GOBBLER_SITE_SETTINGS: file, XDG_CONFIG_HOME: folder };
        expect([...settingsInEffect({}, env).keys()]).toEqual(['url', 'staging', 'registry']);
      }
    } finally {
      fs.rmSync(folder, { recursive: true });
    }
    expect(inLanguage('json')).toHaveLength(1);
  });

  it.each(inLanguage('sh', 'bash').map(({ key, language, content }) => [key, language, content] as const))(
    'for shells can be read, and name nothing that is not there: %s',
    async (_, language, content) => {
      execFileSync(language, ['-n'], { input: content });
      const scripts = Object.keys(JSON.parse(read('package.json')).scripts);
      for (const [, script] of content.matchAll(/\bnpm (?:run )?(start|test|(?<=run )[\w:-]+)/g))
        expect(scripts).toContain(script);
      for (const [, file = ''] of content.matchAll(/\bnode ([\w./-]+)/g))
        expect(fs.existsSync(path.join(root, file))).toBe(true);
      for (const words of gobblerCommandsIn(content)) await requireUnderstood(words);
    },
  );

  it('in TypeScript are one program for each page, and calls in its text have the types that they should have', () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gobbler-blocks-'));
    try {
      const files = pages.flatMap((page) => {
        const blocksOfPage = inLanguage('ts').filter(({ key }) => key.startsWith(`${page}#`));
        const programs = [blocksOfPage.map(({ content }) => content).join('\n'), callsOf(page)];
        return programs.flatMap((program, at) => {
          if (program === '') return [];
          const file = path.join(folder, `${page.replaceAll('/', '_')}-${at}.ts`);
          fs.writeFileSync(file, program.replaceAll("'gobbler-action'", `'${root}/src/library.ts'`));
          return [file];
        });
      });
      fs.writeFileSync(path.join(folder, 'package.json'), '{"type": "module"}');
      const compilerOptions = {
        noEmit: true,
        allowImportingTsExtensions: true,
        rewriteRelativeImportExtensions: false,
        rootDir: '/',
        types: ['node'],
        typeRoots: [path.join(root, 'node_modules/@types')],
      };
      fs.writeFileSync(
        path.join(folder, 'tsconfig.json'),
        JSON.stringify({ extends: path.join(root, 'tsconfig.json'), compilerOptions, include: ['*.ts'] }),
      );
      const { stdout, status } = spawnSync(
        process.execPath,
        [path.join(root, 'node_modules/typescript/bin/tsc'), '--project', folder],
        { encoding: 'utf8' },
      );
      expect({ stdout, status, files: files.length }).toEqual({ stdout: '', status: 0, files: 5 });
    } finally {
      fs.rmSync(folder, { recursive: true });
    }
  });
});

describe('a command of gobbler in a block for shells', () => {
  it('is found wherever it stands', () => {
    const script = `x=$(gobbler list demo) && exec gobbler upload "a b" d/e/$f \\\n  --files '*.csv' > out # gobbler fetch
npx --yes ./gobbler-action-*.tgz verify a/b/c | gobbler status`;
    expect(gobblerCommandsIn(script)).toEqual([
      ['list', 'demo'],
      ['upload', 'a b', 'd/e/$f', '--files', '*.csv'],
      ['verify', 'a/b/c'],
      ['status'],
    ]);
  });

  it.each([
    [['upload', 'results', 'a/b/c', '--no-such-option']],
    [['upload', 'results', 'a/b']],
    [['uplod', 'results', 'a/b/c']],
    [['upload', 'results', 'a/b/c', '--symlinks']],
    [['serve', '-registri', '/x', '-staging', '/y']],
  ])('is refused if gobbler would not understand it: %j', async (words) => {
    await expect(requireUnderstood(words)).rejects.toThrow();
  });

  it('is understood where it is mentioned in the text', async () => {
    const mentions = pages.flatMap((page) =>
      [...read(page).matchAll(/`(gobbler [a-z][^`]* [^`]*)`/g)].map(([, command = '']) => command),
    );
    for (const words of gobblerCommandsIn(mentions.join('\n'))) await requireUnderstood(words);
    expect(mentions.length).toBeGreaterThan(2);
  });

  it('is understood in the examples of its own help', async () => {
    const examples = Object.values(COMMANDS).flatMap((command) => command.examples);
    for (const words of gobblerCommandsIn(examples.join('\n'))) await requireUnderstood(words);
    expect(examples.length).toBeGreaterThan(15);
  });
});

/** Names that calls in the text take for granted, with their types. */
const NAMES: Readonly<Record<string, string>> = {
  gobbler: 'gob.Connection',
  ref: 'gob.VersionRef',
  targets: 'gob.Target[]',
  'owners, patterns, projects': 'string[]',
  uploaders: 'gob.Uploader[]',
  'globalWrite, append, dryRun, force, create, includeDotdot, keepInCache': 'boolean',
  'project, asset, version, directory, destination, prefix, path, url, id, file, text': 'string',
  'manifest, before, after': 'gob.Manifest',
  difference: 'gob.Difference',
  'most, concurrency': 'number',
  method: 'gob.PlacingMethod',
  facts: 'gob.Provenance',
  pick: '(manifest: gob.Manifest) => readonly string[]',
  selection: 'gob.Selection',
  sums: 'Map<string, string>',
};

/** A program of the calls of the library in the text of a page, such as `fetchUsage(gobbler, project)`; empty without any. */
function callsOf(page: string): string {
  const exported = Object.keys(library);
  const calls = [...read(page).matchAll(/`((\w+)\([^`]*\))`/g)]
    .filter(([, , name = '']) => exported.includes(name))
    .map(([, call = '']) => `void gob.${call.replaceAll(/,?\s*…/g, '')};`);
  if (calls.length === 0) return '';
  const names = Object.entries(NAMES).flatMap(([list, type]) =>
    list.split(', ').map((name) => `export declare const ${name}: ${type};`),
  );
  return ["import * as gob from 'gobbler-action';", ...names, ...calls].join('\n');
}

/** The words after each `gobbler` (or its package) of a script, where a command may stand. */
function gobblerCommandsIn(script: string): string[][] {
  const joined = script.replaceAll('\\\n', ' ').replace(/(^|\s)#.*$/gm, '$1');
  const starts =
    /(?:^|[;&|({]|\$\(|\bexec|\bdo|\bthen|\buntil|\bwhile)\s*(?:env\s+)?(?:"[^"\n]*\/gobbler"|gobbler|npx --yes \S*gobbler-action\S*|node bin\/gobbler\.cjs)(?= )/gm;
  return [...joined.matchAll(starts)]
    .map(({ index, 0: start }) => wordsOf(joined.slice(index + start.length)))
    .filter((words) => words[0] !== '"$@"' && words[0] !== '$@');
}

/** The words of a simple command, up to whatever ends it; what the shell would put in stays as it is written. */
function wordsOf(text: string): string[] {
  const words: string[] = [];
  let rest = text;
  for (;;) {
    rest = rest.replace(/^[ \t]+/, '');
    const [word = ''] = /^(?:'[^']*'|"(?:\$\([^)]*\)|[^"])*"|[^\s'"()|;&<>])+/.exec(rest) ?? [];
    if (word === '' || /^\d*>/.test(rest)) return words;
    words.push(word.replace(/'([^']*)'|"((?:\$\([^)]*\)|[^"])*)"/g, (_, a, b) => a ?? b));
    rest = rest.slice(word.length);
    if (/^[<>]/.test(rest)) words.pop(); // the number of a stream
  }
}

/** Fails unless `gobbler` would take these words: its commands, their arguments, and options with their values. */
async function requireUnderstood(words: readonly string[]): Promise<void> {
  if (words[0] === 'serve') {
    parseFlags(words.slice(1).map((word) => word.replace(/^\$port$/, '8080')));
    return;
  }
  const streams = [process.stdout, process.stderr].map((stream) => ({ stream, write: stream.write }));
  for (const { stream } of streams) stream.write = () => true;
  try {
    const asked = await readCommandLine(words);
    if (asked === undefined) return;
    const { command, given } = asked;
    const { inputs } = await command.load(new Set(given.keys()));
    for (const [name, value] of given) {
      const form = inputs[name]?.form;
      if (typeof form === 'object' && !form.choices.includes(value))
        throw new Error(`--${name} should be one of ${form.choices.join(', ')}, but is ${value}`);
    }
  } catch (error) {
    if (!(error instanceof CommanderError) || error.exitCode !== 0)
      throw new Error(`gobbler ${words.join(' ')}`, { cause: error });
  } finally {
    for (const { stream, write } of streams) stream.write = write;
  }
}

/** The keys of GitLab that our page uses, and what they have to be; anything else is refused. */
function requireGitlabPipeline(content: string): void {
  const texts = (value: unknown): boolean =>
    Array.isArray(value) && value.every((item) => typeof item === 'string');
  const text = (value: unknown): boolean => typeof value === 'string';
  const job: Record<string, (value: unknown) => boolean> = {
    stage: text,
    before_script: texts,
    script: texts,
    after_script: texts,
    tags: texts,
    rules: (value) => Array.isArray(value) && value.every((rule) => text(rule.if)),
    resource_group: text,
    timeout: (value) => /^\d+ hours$/.test(String(value)),
    artifacts: (value) => {
      const { paths, when = 'on_success', ...others } = value as Record<string, unknown>;
      const moment = ['on_success', 'on_failure', 'always'].includes(String(when));
      return texts(paths) && moment && Object.keys(others).length === 0;
    },
  };
  const { stages, variables, ...jobs } = parse(content);
  expect({ stages: texts(stages), variables: Object.values(variables).every(text) }).toEqual({
    stages: true,
    variables: true,
  });
  for (const [name, keys] of Object.entries<Record<string, unknown>>(jobs)) {
    const wrong = Object.entries(keys).filter(([key, value]) => job[key]?.(value) !== true);
    expect({ name, wrong }).toEqual({ name, wrong: [] });
    expect(stages).toContain(keys.stage);
    expect(keys.script).toBeDefined();
  }
}
