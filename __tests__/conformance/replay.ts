import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseFlags } from '../../src/service/flags.ts';
import { startService } from '../../src/service/service.ts';
import { exchange } from '../helpers/service-http.ts';
import { ServiceProcess } from '../helpers/service-process.ts';
import { changeAge, fill, writeRequest } from '../helpers/service-staging.ts';
import { giveTo, SELF } from '../helpers/service-users.ts';
import {
  changedEntries,
  countOfRemovedLogs,
  newLogs,
  type Picture,
  sortedByText,
  takePicture,
} from './changes.ts';
import { describeReply, type Places } from './replies.ts';
import type {
  FlagValues,
  Http,
  Observation,
  Observed,
  Preparation,
  Scenario,
  Single,
  Step,
  Tamper,
} from './scenario.ts';

type Place = 'registry' | 'staging' | 'outside';
const PLACES: readonly Place[] = ['registry', 'staging', 'outside'];

/** The recorded and the actual result of each observed step. */
export interface Replayed {
  readonly recorded: Observation;
  readonly seen: Observation;
}

/** Plays a scenario in directories of its own, which are removed in the end. */
export async function replay(scenario: Scenario): Promise<Replayed[]> {
  const stage = new Replay(scenario);
  try {
    const all: Replayed[] = [];
    for (const step of scenario.steps) {
      const seen = await stage.perform(step);
      if (seen !== undefined && 'expected' in step) all.push({ recorded: inOrder(step.expected), seen });
    }
    return all;
  } finally {
    await stage.close();
  }
}

/** Collections in the order that {@link sortedByText} gives them. */
function inOrder(recorded: Observation): Observation {
  const { replies, logs } = recorded;
  return {
    ...recorded,
    ...(replies && { replies: sortedByText(replies) }),
    ...(logs && { logs: sortedByText(logs) }),
  };
}

/** Something that serves, in this process or in one of its own. */
interface Running {
  readonly port: number;
  close(): Promise<void>;
}

class Replay {
  readonly #root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'gobbler-replay-')));
  readonly #directories = {
    registry: path.join(this.#root, 'registry'),
    staging: path.join(this.#root, 'staging'),
    outside: path.join(this.#root, 'outside'),
  };
  readonly #places: Places = [
    [this.#directories.registry, '$REGISTRY'],
    [this.#directories.staging, '$STAGING'],
    [this.#directories.outside, '$OUTSIDE'],
    [this.#root, '$ROOT'],
  ];
  readonly #pictures = new Map<Place, Picture>();
  readonly #mayEnd: boolean;
  #flags: FlagValues;
  #service: Running | undefined;
  #requests = 0;

  constructor(scenario: Scenario) {
    this.#flags = scenario.flags;
    this.#mayEnd = JSON.stringify(scenario.steps).includes('"service":"ended');
    fs.chmodSync(this.#root, 0o755);
    for (const directory of Object.values(this.#directories)) fs.mkdirSync(directory);
    fs.chmodSync(this.#directories.staging, 0o1777);
    this.#look(PLACES);
  }

  /** Gives what was observed, if the step is one to be observed. */
  async perform(given: Step): Promise<Observation | undefined> {
    const step = this.#expanded(given);
    if (!('expected' in step)) {
      await this.#prepare(step);
      if (step.op !== 'wait') this.#look(PLACES);
      return undefined;
    }
    const names =
      step.op === 'together' ? step.steps.map((each) => this.#writtenName(each)) : [this.#writtenName(step)];
    this.#look(['staging']);
    const before = new Map(this.#pictures);
    const observed = await this.#observe(step, names);
    this.#look(PLACES);
    return { ...observed, ...this.#changesSince(before) };
  }

  async close(): Promise<void> {
    await this.#service?.close();
    fs.rmSync(this.#root, { recursive: true, force: true });
  }

  #look(places: readonly Place[]): void {
    for (const place of places) {
      const isRegistry = place === 'registry';
      this.#pictures.set(place, takePicture(this.#directories[place], this.#places, { isRegistry }));
    }
  }

  #changesSince(before: ReadonlyMap<Place, Picture>): Observation {
    const changes: { -readonly [name in keyof Observation]: Observation[name] } = {};
    for (const place of PLACES) {
      const [then, now] = [before.get(place), this.#pictures.get(place)];
      if (then === undefined || now === undefined) continue;
      const entries = changedEntries(then, now);
      if (Object.keys(entries).length > 0) changes[place] = entries;
      if (place !== 'registry') continue;
      const logs = newLogs(then, now);
      if (logs.length > 0) changes.logs = logs;
      const logsRemoved = countOfRemovedLogs(then, now);
      if (logsRemoved > 0) changes.logsRemoved = logsRemoved;
    }
    return changes;
  }

  /** Placeholders become paths and names, in every string. */
  #expanded<T>(value: T): T {
    const text = JSON.stringify(value, (_key, item: unknown) =>
      typeof item === 'string'
        ? this.#places
            .reduce((result, [place, placeholder]) => result.replaceAll(placeholder, place), item)
            .replaceAll('$SELF', SELF.username)
        : item,
    );
    return JSON.parse(text) as T;
  }

  async #prepare(step: Preparation): Promise<void> {
    const { registry, staging } = this.#directories;
    switch (step.op) {
      case 'stage': {
        const directory = path.resolve(staging, step.dir);
        fs.rmSync(directory, { recursive: true, force: true });
        fill(directory, step.entries, step);
        break;
      }
      case 'write':
        writeRequest(staging, step.name, step);
        break;
      case 'tamper': {
        const resolve = (name: string): string => path.resolve(registry, name);
        TAMPERING[step.action](resolve(step.path), step, resolve);
        break;
      }
      case 'stop':
        await this.#service?.close();
        this.#service = undefined;
        break;
      case 'wait':
        await sleep(step.ms);
    }
  }

  /** Writes the request file that a step is about, if it does not merely post one. */
  #writtenName(step: Observed): string {
    if (step.op === 'post') return step.name;
    if (step.op !== 'send') return '';
    const name = step.name ?? `request-${step.type}-${++this.#requests}`;
    writeRequest(this.#directories.staging, name, step);
    return name;
  }

  async #observe(step: Observed, names: readonly string[]): Promise<Observation> {
    if (step.op === 'start') return { service: await this.#start(step.flags ?? {}) };
    if (step.op !== 'together') return { reply: await this.#reply(step, names[0] ?? '') };
    const replies = await Promise.all(step.steps.map((each, index) => this.#reply(each, names[index] ?? '')));
    return { replies: sortedByText(replies) };
  }

  async #reply(step: Single, name: string): Promise<unknown> {
    const prefix = this.#flags.prefix ? `/${this.#flags.prefix}` : '';
    const request: Http =
      step.op === 'http'
        ? step
        : { op: 'http', method: 'POST', path: `${prefix}/new/${encodeURIComponent(name)}` };
    const port = this.#service?.port;
    if (port === undefined) throw new Error('there is no service to ask');
    return describeReply(request, await exchange({ ...request, port }), this.#places);
  }

  async #start(flags: FlagValues): Promise<string> {
    this.#flags = { ...this.#flags, ...flags };
    const argv = [...this.#argv(), '-port', '0'];
    if (this.#mayEnd) {
      const service = await ServiceProcess.start(argv);
      if (!service.isRunning) return `ended with ${await service.ended}`;
      this.#service = { port: service.port ?? 0, close: async () => void (await service.stop()) };
    } else {
      this.#service = await startService(parseFlags(argv));
    }
    return 'running';
  }

  #argv(): string[] {
    const { registry, staging } = this.#directories;
    const flags: FlagValues = { staging, registry, ...this.#expanded(this.#flags) };
    return Object.entries(flags).flatMap(([name, value]) => {
      if (value === null) return [];
      if (typeof value !== 'object') return [`-${name}`, String(value)];
      const file = path.join(this.#root, `${name}.txt`);
      fs.writeFileSync(file, value.map((line) => `${line}\n`).join(''));
      return [`-${name}`, file];
    });
  }
}

/** How tampering changes a file; `resolve` makes paths absolute. */
const TAMPERING: {
  readonly [action in Tamper['action']]: (
    file: string,
    step: Tamper,
    resolve: (name: string) => string,
  ) => void;
} = {
  write: (file, { content, mode }) => {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content, null, 4));
    if (mode !== undefined) fs.chmodSync(file, Number.parseInt(mode, 8));
  },
  edit: (file, { at = [], value }) => edit(file, at, value),
  remove: (file) => {
    // A file that is missing means that the scenario has gone another way.
    fs.lstatSync(file);
    fs.rmSync(file, { recursive: true });
  },
  mkdir: (file) => void fs.mkdirSync(file, { recursive: true }),
  link: (file, { to = '' }) => {
    fs.rmSync(file, { force: true });
    fs.symlinkSync(to, file);
  },
  move: (file, { to = '' }, resolve) => fs.renameSync(file, resolve(to)),
  touch: (file, { age = 0 }) => changeAge(file, age),
  owner: (file, { user = 'self' }) => giveTo(file, user),
};

/** Sets a member of a JSON file, or deletes it if there is no value. */
function edit(file: string, at: readonly string[], value: unknown): void {
  const content: Record<string, unknown> = JSON.parse(fs.readFileSync(file, 'utf8'));
  let parent = content;
  for (const key of at.slice(0, -1)) parent = parent[key] as Record<string, unknown>;
  const last = at.at(-1) ?? '';
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  fs.writeFileSync(file, JSON.stringify(content, null, 4));
}
