import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string => fs.readFileSync(path.join(root, file), 'utf8');
const forms = fs
  .readdirSync(path.join(root, '.github/ISSUE_TEMPLATE'))
  .filter((name) => name !== 'config.yml');

type Fields = Readonly<Record<string, unknown>>;

const isText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** The attributes of each kind of form element, the required ones first. */
const ELEMENTS: Readonly<Record<string, { needs: readonly string[]; may: readonly string[] }>> = {
  markdown: { needs: ['value'], may: [] },
  input: { needs: ['label'], may: ['description', 'placeholder', 'value'] },
  textarea: { needs: ['label'], may: ['description', 'placeholder', 'value', 'render'] },
  dropdown: { needs: ['label', 'options'], may: ['description', 'multiple', 'default'] },
  checkboxes: { needs: ['label', 'options'], may: ['description'] },
};

function elementProblems(element: unknown): string[] {
  if (!isFields(element)) return ['an element is no map'];
  const { type, id, attributes, validations } = element;
  const kind = ELEMENTS[String(type)];
  if (kind === undefined) return [`there is no element ${type}`];
  const given = isFields(attributes) ? attributes : {};
  const options = listOf(given.options);
  const labels = options.map((option) => (isFields(option) ? option.label : option));
  return [
    ...kind.needs
      .filter((name) => given[name] === undefined || given[name] === '')
      .map((name) => `${type} lacks ${name}`),
    ...Object.keys(given)
      .filter((name) => ![...kind.needs, ...kind.may].includes(name))
      .map((name) => `${type} has no ${name}`),
    ...(id === undefined || /^[\w-]+$/.test(String(id)) ? [] : [`${id} is no id`]),
    ...(kind.needs.includes('options') && options.length === 0 ? [`${type} has nothing to choose from`] : []),
    ...(labels.every(isText) && new Set(labels).size === labels.length ? [] : [`${type} has an odd option`]),
    ...(type === 'checkboxes' && !options.every(isFields) ? ['a checkbox is no map'] : []),
    ...(validations !== undefined && type === 'markdown' ? ['markdown cannot be required'] : []),
  ];
}

/** Faults for which GitHub would refuse an issue form. */
function formProblems(form: unknown): string[] {
  if (!isFields(form)) return ['it is no map'];
  const elements = listOf(form.body);
  const ids = elements.flatMap((element) =>
    isFields(element) && element.id !== undefined ? [element.id] : [],
  );
  const known = ['name', 'description', 'body', 'title', 'labels', 'assignees', 'projects', 'type'];
  return [
    ...['name', 'description'].filter((name) => !isText(form[name])).map((name) => `it lacks ${name}`),
    ...Object.keys(form)
      .filter((name) => !known.includes(name))
      .map((name) => `it has no ${name}`),
    ...(elements.some((element) => isFields(element) && element.type !== 'markdown')
      ? []
      : ['it asks for nothing']),
    ...(new Set(ids).size === ids.length ? [] : ['two elements have the same id']),
    ...elements.flatMap(elementProblems),
  ];
}

describe('issue forms', () => {
  it.each(forms)('%s is one that GitHub takes', (name) => {
    expect(formProblems(parse(read(`.github/ISSUE_TEMPLATE/${name}`)))).toEqual([]);
  });

  it('that GitHub would not take would be noticed', () => {
    const form = {
      name: 'x',
      description: 'y',
      body: [{ type: 'input', id: 'a', attributes: { label: 'l' } }],
    };
    expect(formProblems(form)).toEqual([]);
    expect(formProblems({ ...form, name: '' })).toEqual(['it lacks name']);
    expect(formProblems({ ...form, body: [] })).toEqual(['it asks for nothing']);
    expect(formProblems({ ...form, body: [...form.body, ...form.body] })).toEqual([
      'two elements have the same id',
    ]);
    const dropdown = { type: 'dropdown', attributes: { label: 'l', options: ['a', 'a'], render: 'x' } };
    expect(formProblems({ ...form, body: [dropdown] })).toEqual([
      'dropdown has no render',
      'dropdown has an odd option',
    ]);
  });

  it('go with links to other ways to get help', () => {
    const { blank_issues_enabled: blank, contact_links: links } = parse(
      read('.github/ISSUE_TEMPLATE/config.yml'),
    );
    expect([blank, links.length > 0]).toEqual([false, true]);
    for (const { name, url, about } of links)
      expect([isText(name), isText(about), url]).toEqual([
        true,
        true,
        expect.stringMatching(/^https:\/\/github\.com\//),
      ]);
    const page = links.map(({ url }: { url: string }) => /\/blob\/main\/(.*)$/.exec(url)?.[1]).find(isText);
    expect(fs.existsSync(path.join(root, page))).toBe(true);
  });
});

describe('dependabot.yml', () => {
  const { version, updates } = parse(read('.github/dependabot.yml'));
  const { dependencies, devDependencies, overrides } = JSON.parse(read('package.json'));

  it('looks after packages and actions, in groups, from time to time', () => {
    expect(version).toBe(2);
    const places = updates.map((update: Fields) => [update['package-ecosystem'], update.directory]);
    expect(places).toEqual([
      ['npm', '/'],
      ['npm', '/scripts/site'],
      ['github-actions', '/'],
    ]);
    for (const { schedule, groups } of updates) {
      expect(schedule.interval).toBe('monthly');
      for (const group of Object.values<Fields>(groups))
        expect(listOf(group.patterns).length).toBeGreaterThan(0);
    }
  });

  it('groups bundled packages, and leaves pins that a decision explains', () => {
    const [{ groups, ignore }] = updates;
    const licenses = read('scripts/licenses.mjs');
    const [, bundled = ''] = /BUNDLED = \[([^\]]*)\]/.exec(licenses) ?? [];
    expect([...groups.bundled.patterns].sort()).toEqual(
      [...bundled.matchAll(/'([^']+)'/g)].map(([, name]) => name).sort(),
    );
    const pinned = ignore.filter((entry: Fields) => entry['update-types'] === undefined);
    const names = pinned.map((entry: Fields) => entry['dependency-name']);
    const reasons = read('docs/decisions/0001-layers-and-tools.md');
    const bold = [...reasons.matchAll(/\*\*`([^`]+)`\*\*/g)].map(([, name]) => name);
    expect(names).toEqual(bold);
    const all = Object.keys({ ...dependencies, ...devDependencies, ...overrides });
    expect(all).toEqual(expect.arrayContaining([...names, ...groups.bundled.patterns]));
  });
});

it('CITATION.cff tells what package.json tells', () => {
  const { version, license, repository, homepage } = JSON.parse(read('package.json'));
  const citation = parse(read('CITATION.cff'));
  expect(citation).toMatchObject({
    'cff-version': '1.2.0',
    type: 'software',
    version,
    license,
    url: homepage,
  });
  expect(repository.url).toBe(`git+${citation['repository-code']}.git`);
  for (const text of [citation.message, citation.title, citation.abstract, citation.authors[0].name])
    expect(isText(text)).toBe(true);
});

it('CODEOWNERS names files that exist, below a line for all others', () => {
  const lines = read('.github/CODEOWNERS')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split(/\s+/));
  expect(lines[0]?.[0]).toBe('*');
  for (const [pattern = '', ...owners] of lines) {
    expect([pattern, pattern === '*' || fs.existsSync(path.join(root, pattern))]).toEqual([pattern, true]);
    expect([pattern, owners.every((owner) => /^@[\w-]+(\/[\w-]+)?$/.test(owner)), owners.length > 0]).toEqual(
      [pattern, true, true],
    );
  }
});

it('.node-version is the oldest Node that package.json takes', () => {
  const { engines } = JSON.parse(read('package.json'));
  expect(/^>=(\d+)\./.exec(engines.node)?.[1]).toBe(read('.node-version').trim());
});

it('ci.yml runs every part of .ci/run, each in one job, and three of them on every Node that is supported', () => {
  const { jobs } = parse(read('.github/workflows/ci.yml'));
  const named = Object.values<Fields>(jobs).flatMap(({ steps }) =>
    listOf(steps).flatMap((step) => (isFields(step) && isText(step.run) ? [String(step.run)] : [])),
  );
  const ran = named.flatMap((run) => {
    const [, part = ''] = /^\.ci\/run (\S+)$/.exec(run) ?? [];
    if (part !== '"$PART"') return [part];
    const { part: each, include } = jobs.part.strategy.matrix;
    return [...each, ...include.map((one: Fields) => one.part)];
  });
  const [, parts = ''] = /^PARTS=\(([^)]*)\)$/m.exec(read('.ci/run')) ?? [];
  expect(parts).not.toBe('');
  // On GitHub, other jobs bring Node 24.
  expect([...ran].sort()).toEqual(
    parts
      .split(' ')
      .filter((part) => part !== 'node24')
      .sort(),
  );
  const { node, part } = jobs.part.strategy.matrix;
  expect([node, part]).toEqual([
    [read('.node-version').trim(), '22', '24'],
    ['start', 'test', 'package'],
  ]);
});

it('.editorconfig agrees with biome.json and .gitattributes', () => {
  const sections = new Map(
    read('.editorconfig')
      .split(/^\[/m)
      .map((text) => [
        text.slice(0, text.indexOf(']')),
        Object.fromEntries([...text.matchAll(/^(\w+) = (\S+)$/gm)].map(([, key, value]) => [key, value])),
      ]),
  );
  const { formatter } = JSON.parse(read('biome.json'));
  expect(sections.get('*')).toMatchObject({
    indent_style: formatter.indentStyle,
    indent_size: String(formatter.indentWidth),
    end_of_line: /eol=(\w+)/.exec(read('.gitattributes'))?.[1],
  });
  expect(sections.get('*.{ts,mjs,cjs,json}')).toEqual({ max_line_length: String(formatter.lineWidth) });
});
