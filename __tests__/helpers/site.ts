import fs from 'node:fs';
import path from 'node:path';
import { blockOf } from '../../scripts/markdown.mjs';
import { type Entries, fill, type Sandbox } from './sandbox.ts';
import { GOBBLER, inShell, type ShellResult } from './shell.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** The `Makefile` in the reader's repository: the pages take its targets for granted. */
const MAKEFILE = `
results:
	@mkdir -p results
	@echo 1 > results/x.txt
release:
	@cat "$$VERSION/x.txt"
report:
	@echo "$$VERSION:"
	@ls "$$DATA"
.PHONY: release report
`;

/** The machines of a reader, as far as a page takes them for granted. Programs by name, as scripts for `bash`. */
export class Site {
  readonly box: Sandbox;
  /** The reader's repository, as a checkout finds it. */
  readonly repository: string;
  readonly #bin: string;

  constructor(box: Sandbox, programs: Readonly<Record<string, string>> = {}) {
    this.box = box;
    this.repository = path.join(box.root, 'repository');
    this.#bin = programsOf(box);
    for (const directory of [this.repository, this.#bin]) fs.mkdirSync(directory, { recursive: true });
    fs.symlinkSync(GOBBLER, path.join(this.#bin, 'gobbler'));
    this.commit({ Makefile: MAKEFILE });
    for (const [name, script] of Object.entries(programs)) this.program(name, script);
  }

  /** Adds files to the repository, or replaces them. */
  commit(files: Entries): void {
    fill(this.repository, files);
  }

  /** Puts a program on the path, or another one in its place. */
  program(name: string, script: string): void {
    fs.writeFileSync(path.join(this.#bin, name), `#!/bin/bash\nset -e\n${script}\n`, { mode: 0o755 });
  }

  /** The environment of every shell here: nothing is kept in the home directory of the developer. */
  get env(): NodeJS.ProcessEnv {
    const { root: home } = this.box;
    return { PATH: `${this.#bin}:${process.env.PATH}`, HOME: home, TMPDIR: home };
  }

  /** A block of a page, with the address of the service of this sandbox in place of the one in the pages. */
  text(key: string): string {
    return blockOf(root, key).content.replaceAll('http://gobbler.example.org:8080', this.box.url);
  }

  /** Runs a script as it stands. */
  run(shell: readonly [program: string, ...flags: string[]], script: string, env: NodeJS.ProcessEnv = {}) {
    const [program, ...flags] = shell;
    return inShell(this.box, program, [...flags, '-c', script], { ...this.env, ...env });
  }

  /** Runs a block of a page, in the shell that it is for; it has to succeed. Gives what it has printed. */
  async output(key: string, env: NodeJS.ProcessEnv = {}): Promise<string> {
    return succeeded(await this.run([blockOf(root, key).language, '-e'], this.text(key), env));
  }
}

/** Where the programs of a site are. */
export const programsOf = ({ root: home }: Sandbox): string => path.join(home, 'bin');

/** Empties the workspace, and puts the files of a repository there: a checkout as `actions/checkout` makes it. */
export function checkOut({ workspace }: Sandbox, repository: string): void {
  for (const name of fs.readdirSync(workspace))
    fs.rmSync(path.join(workspace, name), { recursive: true, force: true });
  fs.cpSync(repository, workspace, { recursive: true });
}

/** The output of a shell; if it has failed, an error with all of its output. */
export function succeeded({ exitCode, stdout, stderr }: ShellResult): string {
  if (exitCode !== 0) throw new Error(`the script ended with ${exitCode}:\n${stdout}\n${stderr}`);
  return stdout;
}
