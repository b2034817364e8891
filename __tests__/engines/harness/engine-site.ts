import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect } from '@jest/globals';
import { createProject } from '../../../src/client/index.ts';
import { loginOf, STEP_USER, STRANGER, sandboxOfOthers } from '../../helpers/as-others.ts';
import { leftInStaging, type Sandbox } from '../../helpers/sandbox.ts';
import { accountOf } from '../../helpers/service-users.ts';
import { PROGRAMS } from '../../helpers/several-users.ts';
import { programsOf, Site } from '../../helpers/site.ts';
import { PATH_OF_ENGINES } from './prerequisites.ts';
import { type Ended, Program } from './program.ts';

/** The account of the jobs, and that of another owner of the project, who approves. */
export const JOB_USER = STEP_USER;
export const APPROVER = STRANGER;

/** The names that the recipes use. */
export const ASSET = { project: 'my-project', asset: 'my-analysis' };

export interface JobOptions {
  readonly directory: string;
  readonly env?: NodeJS.ProcessEnv;
  /** {@link JOB_USER} if left out. */
  readonly user?: string;
}

/**
 * A machine with an embedded Gobbler, which runs as a user of its own, and with an engine, whose jobs run as
 * {@link JOB_USER}, an owner of the project of the recipes. `gobbler` and Node are on the path.
 */
export class EngineSite extends Site {
  readonly #started: Program[] = [];

  static async open(): Promise<EngineSite> {
    const box = await sandboxOfOthers();
    await createProject(box.connection, ASSET.project, { owners: [JOB_USER, APPROVER] });
    return new EngineSite(box);
  }

  private constructor(box: Sandbox) {
    super(box);
  }

  /** Makes an empty directory that belongs to the user of jobs. */
  directory(name: string): string {
    const directory = path.join(this.box.root, name);
    fs.mkdirSync(directory);
    this.giveTo(JOB_USER, directory);
    return directory;
  }

  /** Gives a file or a tree to a user. */
  giveTo(user: string, file: string): void {
    execFileSync('chown', ['-R', `${user}:`, file]);
  }

  /** Starts a program as the user of jobs. */
  start(argv: readonly string[], { directory, env = {}, user = JOB_USER }: JobOptions): Program {
    const program = new Program(argv, {
      directory,
      env: {
        PATH: `${programsOf(this.box)}:${PROGRAMS}:${PATH_OF_ENGINES}`,
        LANG: 'C.UTF-8',
        ...loginOf(this.box, user),
        ...env,
      },
      account: accountOf(user),
    });
    this.#started.push(program);
    return program;
  }

  /** Runs a program to its end. */
  finish(argv: readonly string[], options: JobOptions): Promise<Ended> {
    return this.start(argv, options).ended;
  }

  /** Runs a program that has to succeed. Returns what it has written. */
  async succeed(argv: readonly string[], options: JobOptions): Promise<string> {
    const { exitCode, output } = await this.finish(argv, options);
    if (exitCode !== 0) throw new Error(`${argv.join(' ')} has ended with ${exitCode}:\n${output}`);
    return output;
  }

  /**
   * The names in staging, but for the records of multipart uploads that were submitted, which stay as they should
   * (decision 9).
   */
  leftovers(): string[] {
    const { staging } = this.box;
    const isRecord = (name: string): boolean =>
      name.startsWith('gobbler-multipart-') &&
      fs.readdirSync(path.join(staging, name)).sort().join() === 'submitted.json,upload.json';
    return leftInStaging(this.box).filter((name) => !isRecord(name));
  }

  /** Kills what a failed test has left running. Returns the {@link leftovers}, and empties staging. */
  async endOfTest(): Promise<string[]> {
    for (const program of this.#started.splice(0)) {
      if (program.isRunning) program.killGroup('SIGKILL');
      await program.ended;
    }
    const left = this.leftovers();
    for (const name of leftInStaging(this.box))
      fs.rmSync(path.join(this.box.staging, name), { recursive: true, force: true });
    return left;
  }
}

/** One site for all tests of a block. After each of them, nothing may be in staging. */
export function useEngineSite(): () => EngineSite {
  let site: EngineSite | undefined;
  beforeAll(async () => {
    site = await EngineSite.open();
  });
  afterEach(async () => {
    expect(await site?.endOfTest()).toEqual([]);
  });
  afterAll(() => site?.box.close());
  return () => {
    if (site === undefined) throw new Error('The site is only there during a test');
    return site;
  };
}
