import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { versions, withVersions } from '../../scripts/generate/versions.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string => fs.readFileSync(path.join(root, file), 'utf8');
const { version } = JSON.parse(read('package.json'));
const tag = `v${version.split('.')[0]}`;

describe('examples and workflows', () => {
  it('use the versions of this action and of others that are current', () => {
    const stale = [...versions(root)].filter(([file, fresh]) => read(file) !== fresh).map(([file]) => file);
    expect(stale).toEqual([]);
  });

  it('name this action by the tag that a release creates, and the README also its full version', () => {
    const readme = read('README.md');
    const named = [...readme.matchAll(/\buses: gobbler-action\/gobbler-action\S*?@([\w.]+)/g)];
    expect(new Set(named.map(([, at]) => at))).toEqual(new Set([tag]));
    expect(named.length).toBeGreaterThan(2);
    expect(readme).toContain(`# v${version}\``);
  });

  it('use every action that is listed', () => {
    const all = [...versions(root).values()].join('\n');
    const listed = Object.keys(JSON.parse(read('scripts/generate/action-versions.json')));
    expect(listed.filter((name) => !all.includes(`uses: ${name}@`))).toEqual([]);
    expect(listed.length).toBeGreaterThan(3);
  });
});

describe('the versions of actions', () => {
  it.each([
    ['- uses: gobbler-action/gobbler-action@main', '- uses: gobbler-action/gobbler-action@v2'],
    ['`uses: gobbler-action/gobbler-action/fetch@v0`.', '`uses: gobbler-action/gobbler-action/fetch@v2`.'],
    ['uses: gobbler-action/gobbler-action@v0.1.0', 'uses: gobbler-action/gobbler-action@v2.3.4'],
    ['uses: actions/checkout@v1 # why', 'uses: actions/checkout@v7 # why'],
    ['uses: actions/checkout@main', 'uses: actions/checkout@v7'],
    ['gobbler-action-0.1.0.tgz', 'gobbler-action-2.3.4.tgz'],
    ['gobbler-action/releases/download/v0.1.0/', 'gobbler-action/releases/download/v2.3.4/'],
    ['gobbler-action.git#v0.1.0', 'gobbler-action.git#v2.3.4'],
    ['`@v0` or `@v0.1.0`, `# v0.1.0`, "v0.1.0^{}"', '`@v2` or `@v2.3.4`, `# v2.3.4`, "v2.3.4^{}"'],
  ])('become current: %s', (text, fresh) => {
    expect(withVersions('page', text, '2.3.4')).toBe(fresh);
  });

  it.each([
    'uses: ./fetch',
    `uses: actions/checkout@${'a'.repeat(40)}`,
    // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of a workflow
    'uses: actions/checkout@${{ inputs.version }}',
    'Node 20.18.0',
  ])('stay: %s', (text) => {
    expect(withVersions('page', text, '2.3.4')).toBe(text);
  });

  it('of an action that is not listed are an error that names the page', () => {
    expect(() => withVersions('page.md', 'uses: some/action@v1', '2.3.4')).toThrow(
      /page\.md uses some\/action/,
    );
  });
});
