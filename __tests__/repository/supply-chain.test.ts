import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { bundledLicenses } from '../../scripts/licenses.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string => fs.readFileSync(path.join(root, file), 'utf8');

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly license?: string;
  readonly hasInstallScript?: boolean;
}

const lockOf = (folder: string): Record<string, Locked> =>
  JSON.parse(read(path.join(folder, 'package-lock.json'))).packages;
const locked = lockOf('.');

/** Names and versions of what is bundled, as `dist/licenses.txt` lists them. */
const bundled = [...read('dist/licenses.txt').matchAll(/(?:^|----\n\n)(\S+) (\d+\.\d+\.\d+\S*)\n/g)].map(
  ([, name = '', version = '']) => ({ name, version }),
);

/** Licenses that let everybody do everything, as long as their text stays with the code. */
const PERMISSIVE = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', 'Apache-2.0', '0BSD'];

describe('what is bundled', () => {
  it('is listed with the texts of its licenses, all of which are permissive', () => {
    expect(read('dist/licenses.txt')).toBe(bundledLicenses(root));
    expect(bundled.length).toBeGreaterThan(5);
    for (const { name, version } of bundled) {
      const places = Object.entries(locked).filter(
        ([place, entry]) => place.endsWith(`node_modules/${name}`) && entry.version === version,
      );
      expect([name, places.length > 0]).toEqual([name, true]);
      for (const [, { license }] of places) expect(PERMISSIVE).toContain(license);
    }
  });

  it('is all that the sources import', () => {
    const sources = fs
      .readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => read(path.join('src', file)));
    const imported = sources.flatMap((text) =>
      [
        ...text.matchAll(
          /(?:from\s+|import\()'(?:(?:\.\.\/)+node_modules\/)?((?:@[\w-]+\/)?[a-z][\w.-]*)(?:\/[^']*)?'/g,
        ),
      ].map(([, name = '']) => name),
    );
    const packages = new Set(imported);
    const names = bundled.map(({ name }) => name);
    expect([...packages].filter((name) => !names.includes(name))).toEqual([]);
    expect(packages.size).toBeGreaterThan(3);
  });
});

describe.each(['.', 'scripts/site'])('the lockfile of %s', (folder) => {
  const lock = lockOf(folder);
  const { dependencies, devDependencies } = JSON.parse(read(path.join(folder, 'package.json')));

  it('has a checksum of every package, and none from elsewhere than the registry', () => {
    const others = Object.entries(lock).filter(([place]) => place !== '');
    const unproven = others.filter(([, { integrity }]) => integrity?.startsWith('sha512-') !== true);
    expect(unproven.map(([place]) => place)).toEqual([]);
    const elsewhere = others.filter(
      ([, { resolved }]) => resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/'),
    );
    expect(elsewhere.map(([place]) => place)).toEqual([]);
  });

  it('pins the chosen versions', () => {
    const { '@types/node': _, ...chosen } = { ...dependencies, ...devDependencies };
    for (const [name, version] of Object.entries(chosen)) {
      expect([name, version]).toEqual([name, expect.stringMatching(/^\d+\.\d+\.\d+$/)]);
      expect([name, lock[`node_modules/${name}`]?.version]).toEqual([name, version]);
    }
    expect(Object.keys(chosen).length).toBeGreaterThan(1);
  });
});

describe('the lockfile', () => {
  it('brings nothing into the bundle that runs at its installation', () => {
    const scripts = Object.entries(locked).filter(([, { hasInstallScript }]) => hasInstallScript);
    const names = scripts.map(([place]) => place.replace(/^.*node_modules\//, ''));
    expect(names.filter((name) => bundled.some((one) => one.name === name))).toEqual([]);
  });
});
