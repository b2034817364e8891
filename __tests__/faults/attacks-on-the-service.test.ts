import type { ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { AttackedService, runAsService } from '../helpers/attacked-service.ts';
import { momentOf, PausedProcess } from '../helpers/paused-process.ts';
import type { Answer } from '../helpers/service-bench.ts';
import { serviceProgram } from '../helpers/service-process.ts';
import { severalUsers } from '../helpers/several-users.ts';
import { canTrace } from '../helpers/tracer.ts';

/*
 * Service, victim and attacker are three users. The attacker exchanges something in staging between the moment at which
 * the service looks at it and the moment at which the service uses it; the service is kept waiting meanwhile.
 */

const ATTEMPTS = Number(process.env.ATTEMPTS ?? 200);
const LIMIT_MS = 600_000;

const withUsers = severalUsers ? describe : describe.skip;
const withPause = severalUsers && canTrace ? describe : describe.skip;

let attacked: AttackedService | undefined;

afterEach(async () => {
  await attacked?.close();
  attacked = undefined;
});

/** Runs attempts, and gives how many of them did what damage. After damage, the next one starts afresh. */
async function damageOf(
  attempt: (attacked: AttackedService, index: number) => Promise<(Answer | undefined)[]>,
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (let index = 0; index < ATTEMPTS; index++) {
    attacked ??= await AttackedService.start();
    const damage = await attacked.damage(...(await attempt(attacked, index)));
    for (const kind of damage) counts[kind] = (counts[kind] ?? 0) + 1;
    if (damage.length === 0) continue;
    await attacked.close();
    attacked = undefined;
  }
  return counts;
}

/** Has the attacker put a link in the place of something. */
async function replaceByLink({ attacker }: AttackedService, place: string, target: string): Promise<void> {
  await attacker.do('renameSync', place, `${place}.real`);
  await attacker.do('symlinkSync', target, place);
}

const neverFails = (answer: Promise<Answer>): Promise<Answer | undefined> => answer.catch(() => undefined);

withUsers('a staged directory that is replaced by a link while its upload waits for a lock', () => {
  async function attempt(
    attacked: AttackedService,
    index: number,
    consume: boolean,
    target: string,
  ): Promise<Answer[]> {
    const { attacker } = attacked;
    const asset = `a${index % 10}`;
    const end = await attacked.holdAsset(asset);
    const source = attacked.newName('source');
    await attacker.do('filled', attacked.inStaging(source), ['harmless']);
    const request = { source, project: 'mine', asset, version: source, consume };
    const answer = attacked.send(attacker, 'upload', request);
    // The request file is there as soon as the attacker has answered; then the service has it, and has looked.
    await attacker.do('existsSync', '/');
    await attacked.settled();
    await attacked.settled();
    await replaceByLink(attacked, attacked.inStaging(source), target);
    await end();
    return [await answer];
  }

  it(
    'never publishes the directory that the link leads to',
    async () => {
      const damage = await damageOf((attacked, index) => attempt(attacked, index, false, attacked.private));
      expect(damage).toEqual({});
    },
    LIMIT_MS,
  );

  it(
    'never empties a version that the link leads to, by consume',
    async () => {
      const damage = await damageOf((attacked, index) =>
        attempt(attacked, index, true, path.join(attacked.registry, 'victims/a/v')),
      );
      expect(damage).toEqual({});
    },
    LIMIT_MS,
  );
});

/** A process of the user of the service that cleans up when it is asked to, as the service does daily. */
class Cleaner {
  readonly #process: ChildProcess;
  #said = '';

  private constructor({ registry, staging }: AttackedService) {
    const program = path.join(path.dirname(serviceProgram()), 'purge.mjs');
    const modules = {
      Identities: 'requests/identity',
      LockTable: 'storage/locks',
      Pool: 'files/pool',
      purge: 'handlers/purge',
      Registry: 'storage/registry',
    };
    const imports = Object.entries(modules).map(
      ([name, file]) => `import { ${name} } from './build/service/${file}.js';\n`,
    );
    fs.writeFileSync(
      program,
      `${imports.join('')}const [registry, staging] = process.argv.slice(2);
const gobbler = { registry: new Registry(registry), staging, admins: new Set(), whitelist: [], spoofers: new Map(),
  identities: new Identities(), locks: new LockTable(), pool: new Pool(1), log: () => undefined };
process.on('SIGUSR2', () => purge(gobbler, -1, new AbortController().signal).then(() => console.error('done')));
setInterval(() => undefined, 1000);
console.error('done');
`,
    );
    this.#process = runAsService(program, [registry, staging]);
    this.#process.stderr?.on('data', (chunk) => {
      this.#said += chunk;
    });
  }

  static async start(attacked: AttackedService): Promise<Cleaner> {
    const cleaner = new Cleaner(attacked);
    await cleaner.#untilDone();
    return cleaner;
  }

  /** Begins to clean up. Resolves when that is over. */
  async clean(): Promise<void> {
    this.#process.kill('SIGUSR2');
    await this.#untilDone();
  }

  async #untilDone(): Promise<void> {
    while (!this.#said.includes('done')) {
      if (this.#process.exitCode !== null) throw new Error(this.#said);
      await sleep(1);
    }
    this.#said = '';
  }

  end(): void {
    this.#process.kill('SIGKILL');
  }
}

const cleaners = new Map<AttackedService, Cleaner>();

async function cleanerOf(attacked: AttackedService): Promise<Cleaner> {
  const cleaner = cleaners.get(attacked) ?? (await Cleaner.start(attacked));
  cleaners.set(attacked, cleaner);
  return cleaner;
}

afterEach(() => {
  for (const cleaner of cleaners.values()) cleaner.end();
  cleaners.clear();
});

withUsers('a stale directory in staging that is replaced by a link while the daily cleaning is in it', () => {
  const WEEK_AND_A_DAY = 8 * 24 * 60 * 60;
  const MANY = 300;

  it(
    'never has the cleaning remove the target of the link',
    async () => {
      const damage = await damageOf(async (attacked) => {
        const { attacker, registry } = attacked;
        // As the version of somebody else looks, so that the same names are there.
        const names = ['x', 'y'];
        const filler = Array.from({ length: MANY }, (_, index) => `0${index}`);
        for (const name of filler) fs.writeFileSync(path.join(registry, 'victims/a/v', name), 'x');
        const cleaner = await cleanerOf(attacked);
        for (let isDone = false; !isDone; ) {
          const place = attacked.inStaging(attacked.newName('old'));
          await attacker.do('filled', `${place}/v`, [...filler, ...names]);
          await attacker.do('chmodSync', place, 0o777);
          await attacker.do('aged', place, WEEK_AND_A_DAY);
          const swap = attacker.do('swapOnceGone', `${place}/v/00`, place, path.join(registry, 'victims/a'));
          // Sometimes the cleaning is done before the attacker has begun.
          const hasSwapped = swap.then(
            () => true,
            () => false,
          );
          await cleaner.clean();
          isDone = await hasSwapped;
        }
        for (const name of filler) fs.rmSync(path.join(registry, 'victims/a/v', name), { force: true });
        return [];
      });
      expect(damage).toEqual({});
    },
    LIMIT_MS,
  );
});

withPause('an entry that is replaced at any moment, while the service is stopped', () => {
  /**
   * Sends a request, stops the service at one moment after another, replaces something, and lets
   * the service go on.
   */
  async function pausedAt(
    attacked: AttackedService,
    index: number,
    send: () => Promise<Answer>,
    replace: () => Promise<void>,
  ): Promise<(Answer | undefined)[]> {
    const { call, count } = momentOf(index);
    const pause = await PausedProcess.after(attacked.pid, call, count);
    const answer = neverFails(send());
    const gaveUp = new Promise((resolve) => setTimeout(resolve, 3_000).unref());
    if (await pause.untilStopped(Promise.race([answer, gaveUp]))) {
      await replace().catch(() => undefined); // it may be gone by then
    }
    await pause.resume();
    return [await Promise.race([answer, gaveUp.then(() => undefined)])];
  }

  describe.each([
    [
      'a FIFO',
      async (attacked: AttackedService, place: string) => {
        await attacked.attacker.do('unlinkSync', place);
        await attacked.attacker.do('fifo', place);
      },
    ],
    [
      'a link to a private file',
      (attacked: AttackedService, place: string) => replaceByLink(attacked, place, attacked.secretFile),
    ],
    [
      'a file that grows',
      async (attacked: AttackedService, place: string) => {
        await attacked.attacker.do('truncateSync', place, 2 ** 31);
      },
    ],
  ] as const)('a request file, by %s', (_kind, replace) => {
    it(
      'neither stops the service nor shows anything',
      async () => {
        const damage = await damageOf(async (attacked, index) => {
          const name = attacked.newName('request-set_permissions-');
          const place = attacked.inStaging(name);
          const content = JSON.stringify({ project: 'mine', permissions: {} });
          await attacked.attacker.do('writeFileSync', place, content);
          return pausedAt(
            attacked,
            index % 45,
            () => attacked.post(name),
            () => replace(attacked, place),
          );
        });
        expect(damage).toEqual({});
      },
      LIMIT_MS,
    );
  });

  describe.each([
    [
      'its top, by a link to a private directory',
      (attacked: AttackedService, top: string) => replaceByLink(attacked, top, attacked.private),
    ],
    [
      'a directory deep in it, by a link to a private directory',
      (attacked: AttackedService, top: string) => replaceByLink(attacked, `${top}/d/e`, attacked.private),
    ],
    [
      'a directory deep in it, by a link to a version',
      (attacked: AttackedService, top: string) =>
        replaceByLink(attacked, `${top}/d/e`, path.join(attacked.registry, 'victims/a/v')),
    ],
    [
      'a directory half-way, by one that leads elsewhere below',
      async (attacked: AttackedService, top: string) => {
        await attacked.attacker.do('renameSync', `${top}/d`, `${top}/was`);
        await attacked.attacker.do('mkdirSync', `${top}/d`);
        await attacked.attacker.do('symlinkSync', attacked.private, `${top}/d/e`);
      },
    ],
    [
      'a file, by a link to a private file',
      (attacked: AttackedService, top: string) =>
        replaceByLink(attacked, `${top}/d/e/secret`, attacked.secretFile),
    ],
    [
      'a file, by a FIFO',
      async (attacked: AttackedService, top: string) => {
        await attacked.attacker.do('unlinkSync', `${top}/d/e/secret`);
        await attacked.attacker.do('fifo', `${top}/d/e/secret`);
      },
    ],
    [
      'a file, by a hard link to another one',
      async (attacked: AttackedService, top: string) => {
        await attacked.attacker.do('renameSync', `${top}/d/e/secret`, `${top}/d/e/was`);
        await attacked.attacker.do('linkSync', `${top}/d/x`, `${top}/d/e/secret`);
      },
    ],
  ] as const)('a staged tree: %s', (_what, replace) => {
    it.each([false, true])(
      'nothing else is published or touched, with consume: %s',
      async (consume) => {
        const damage = await damageOf(async (attacked, index) => {
          const source = attacked.newName('source');
          const top = attacked.inStaging(source);
          await attacked.attacker.do('filled', `${top}/d/e`, ['secret', 'x', 'y']);
          await attacked.attacker.do('filled', `${top}/d`, ['x']);
          await attacked.attacker.do('chmodSync', top, 0o777);
          const name = attacked.newName('request-upload-');
          const request = { source, project: 'mine', asset: `a${index % 10}`, version: source, consume };
          await attacked.attacker.do('writeFileSync', attacked.inStaging(name), JSON.stringify(request));
          return pausedAt(
            attacked,
            index,
            () => attacked.post(name),
            () => replace(attacked, top),
          );
        });
        expect(damage).toEqual({});
      },
      LIMIT_MS,
    );
  });
});
