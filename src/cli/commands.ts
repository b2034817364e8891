import { actions, shellCommands } from '../commands/index.ts';
import type { Command, OutputValue } from '../commands/kit/index.ts';
import type { Tone } from './colors.ts';

/** A name on the command line, and the input it fills. */
export interface Argument {
  /** As the usage shows it: `<…>` has to be given, `[…]` may be. */
  readonly usage: string;
  readonly about: string;
  /** The input that it fills, or the inputs that its parts between slashes fill. */
  readonly inputs: readonly string[];
  /** How many of these it has to have. */
  readonly atLeast: number;
}

export interface ShellCommand {
  /** Whether it cannot be undone: then it has the option `--yes`, and asks for confirmation on a terminal. */
  readonly isFinal?: boolean;
  /** Another name of it: that of its action, or of a common program. */
  readonly alias?: string;
  readonly about: string;
  readonly arguments: readonly Argument[];
  /** The command, by the options that are given. */
  readonly load: (options: ReadonlySet<string>) => Promise<Command>;
  /** The commands whose inputs are the options. */
  readonly variants: () => Promise<readonly Command[]>;
  /** Descriptions of options that mean something else than the inputs of their names. */
  readonly options?: Readonly<Record<string, string>>;
  readonly examples: readonly string[];
  /** Whether the log has the answer, too: then a terminal that shows the log does not get it twice. */
  readonly isInLog?: boolean;
  /** Colors of first words of lines of the answer. */
  readonly tones?: Readonly<Record<string, Tone>>;
  /** The lines to write to standard output. */
  readonly answer: (outputs: ReadonlyMap<string, OutputValue>) => readonly string[];
}

const NAMES = ['project', 'asset', 'version'];

/** `atLeast` says how many of the inputs have to be given; by default all. */
const argument = (
  usage: string,
  about: string,
  inputs: readonly string[],
  atLeast = inputs.length,
): Argument => ({ usage, about, inputs, atLeast });

const VERSION = argument('<version>', 'PROJECT/ASSET/VERSION', NAMES);

const DIRECTORY = argument('<directory>', 'the directory to publish', ['directory']);

/** The value of one output as the only line. */
const only =
  (name: string) =>
  (outputs: ReadonlyMap<string, OutputValue>): readonly string[] => {
    const value = outputs.get(name);
    return value === undefined || value === '' ? [] : [String(value)];
  };

/** The path of a version, or its address where this machine does not see it. A version that is only planned is nowhere yet. */
const whereItIs = (outputs: ReadonlyMap<string, OutputValue>): readonly string[] => {
  if (outputs.get('status') === 'planned') return [];
  const path = only('version-path')(outputs);
  return path.length > 0 ? path : only('version-url')(outputs);
};

const listOf = (outputs: ReadonlyMap<string, OutputValue>, name: string): readonly string[] => {
  const value = outputs.get(name);
  return Array.isArray(value) ? value : [];
};

interface Check {
  readonly check: string;
  readonly verdict: string;
  readonly found: string;
  readonly hint?: string;
}

/** A line for each check of `doctor`, and one for the hint. */
function checkLines(outputs: ReadonlyMap<string, OutputValue>): readonly string[] {
  const checks = JSON.parse(String(outputs.get('checks'))) as readonly Check[];
  const width = Math.max(...checks.map(({ check }) => check.length));
  return checks.flatMap(({ check, verdict, found, hint }) => [
    `${verdict.padEnd('failure'.length)}  ${check.padEnd(width)}  ${found}`,
    ...(hint === undefined ? [] : [`${' '.repeat('failure'.length + width + 4)}${hint}`]),
  ]);
}

/** The loaders of a shell command that runs the same command with any options. */
const oneCommand = (load: () => Promise<Command>): Pick<ShellCommand, 'load' | 'variants'> => ({
  load,
  variants: async () => [await load()],
});

/** The name of a command that is called by this name or by its other one; undefined if there is none. */
export function commandName(word: string): string | undefined {
  if (Object.hasOwn(COMMANDS, word)) return word;
  return Object.entries(COMMANDS).find(([, { alias }]) => alias === word)?.[0];
}

/** Everything that `gobbler` can do, but `serve`. */
export const COMMANDS: Readonly<Record<string, ShellCommand>> = {
  upload: {
    about: 'Publish a directory as a new version, and print its location',
    arguments: [DIRECTORY, VERSION],
    ...oneCommand(actions.upload),
    options: { 'hash-cache': 'Do not cache checksums of unchanged files between runs on this machine' },
    examples: [
      'gobbler upload results demo/assay/1.0',
      "gobbler upload results demo/assay/1.1 --files '**/*.csv' --files '!tmp/**'",
      'gobbler upload results demo/assay/1.1 --dry-run',
    ],
    isInLog: true,
    answer: whereItIs,
  },
  stage: {
    about: 'Start a multipart upload of a version, or stage a part of it, and print the upload id',
    arguments: [
      { ...VERSION, usage: '[version]', about: 'PROJECT/ASSET/VERSION; optional with --upload-id' },
    ],
    ...oneCommand(actions.stage),
    options: {
      directory: 'Directory with the files of the part',
      'upload-id': 'Upload to add to, as printed by `gobbler stage`. If omitted, starts a new one',
    },
    examples: [
      'id=$(gobbler stage demo/assay/1.0)',
      'gobbler stage --upload-id "$id" --part linux --directory results --path linux',
    ],
    isInLog: true,
    answer: only('upload-id'),
  },
  submit: {
    about: 'Publish the parts of a multipart upload as one version, and print its location',
    arguments: [argument('<upload-id>', 'as printed by gobbler stage', ['upload-id'])],
    ...oneCommand(actions.submit),
    examples: ['gobbler submit "$id" --parts linux --parts macos'],
    isInLog: true,
    answer: whereItIs,
  },
  fetch: {
    about: 'Make a version available, and print its location',
    arguments: [
      argument('<version>', 'PROJECT/ASSET[/VERSION]; defaults to the latest version', NAMES, 2),
      argument('[destination]', 'directory for its files; if omitted, they stay in place', ['destination']),
    ],
    ...oneCommand(actions.fetch),
    examples: ['gobbler fetch demo/assay data', 'ls "$(gobbler fetch demo/assay/1.0)"'],
    isInLog: true,
    answer: only('path'),
  },
  clone: {
    about: 'Make a working copy of a version, with a link into the registry for each file',
    arguments: [VERSION, argument('<destination>', 'directory for the links', ['destination'])],
    ...oneCommand(shellCommands.clone),
    examples: ['gobbler clone demo/assay/1.0 work'],
    isInLog: true,
    answer: only('path'),
  },
  await: {
    alias: 'await-approval',
    about: 'Wait until a version on probation is approved or rejected',
    arguments: [VERSION],
    ...oneCommand(actions['await-approval']),
    options: {
      'fail-on-rejection':
        'Do not report a failure if the version is rejected, expires or is replaced; the exit code is still 6',
    },
    examples: [
      'gobbler await demo/assay/1.1 --timeout-minutes 2h',
      'gobbler await demo/assay/1.1 --mode check',
    ],
    isInLog: true,
    answer: only('status'),
  },
  approve: {
    about: 'Take a version off probation',
    arguments: [VERSION],
    ...oneCommand(actions.approve),
    examples: ['gobbler approve demo/assay/1.1 --manifest-digest DIGEST'],
    answer: only('version-path'),
  },
  reject: {
    about: 'Remove a version that is on probation',
    arguments: [VERSION],
    ...oneCommand(actions.reject),
    isFinal: true,
    examples: [
      'gobbler reject demo/assay/1.1',
      'gobbler reject demo/assay/1.1 --yes --manifest-digest DIGEST',
    ],
    answer: () => [],
  },
  status: {
    about: 'Show the status of a project, an asset or a version, or check that the service answers',
    arguments: [argument('[place]', 'PROJECT[/ASSET[/VERSION]]', NAMES, 1)],
    ...oneCommand(shellCommands.status),
    examples: ['gobbler status', 'gobbler status demo', 'gobbler status demo/assay/1.1 --json'],
    isInLog: true,
    answer: only('status'),
  },
  doctor: {
    about: 'Check everything that an upload needs. Exits with 7 if a check fails',
    arguments: [argument('[directory]', 'directory with results; the current one if omitted', ['directory'])],
    ...oneCommand(shellCommands.doctor),
    examples: ['gobbler doctor', 'gobbler doctor results --json'],
    tones: { ok: 'good', warning: 'doubtful', failure: 'bad' },
    answer: checkLines,
  },
  list: {
    alias: 'ls',
    about:
      'List projects, the assets of a project, the versions of an asset with their states, or the files of a version',
    arguments: [argument('[place]', 'PROJECT[/ASSET[/VERSION]]', NAMES, 1)],
    ...oneCommand(shellCommands.list),
    examples: [
      'gobbler list',
      'gobbler list demo/assay',
      'gobbler ls demo/assay --long',
      'gobbler list demo/assay/1.0 --prefix raw/',
    ],
    answer: (outputs) => listOf(outputs, 'names'),
  },
  pending: {
    about: 'List the versions on probation in all projects in which you can approve',
    arguments: [argument('[place]', 'PROJECT[/ASSET]', ['project', 'asset'], 1)],
    ...oneCommand(shellCommands.pending),
    examples: [
      'gobbler pending',
      'gobbler pending demo/assay',
      "gobbler pending --json | jq -r '.outputs.versions[].approveCommand'",
    ],
    answer: () => [],
  },
  usage: {
    about: 'Print the disk space that a project uses, in bytes',
    arguments: [argument('<project>', 'its name', ['project'])],
    ...oneCommand(shellCommands.usage),
    examples: ['gobbler usage demo'],
    isInLog: true,
    answer: only('size-bytes'),
  },
  review: {
    about: 'Serve a page on this machine to review, approve and reject versions, and print its address',
    arguments: [argument('[project]', 'a project; defaults to all in which you can approve', ['project'])],
    ...oneCommand(async () => (await import(/* webpackChunkName: "service" */ '../review/review.ts')).review),
    examples: ['gobbler review', 'gobbler review demo --port 8123 --require-other-approver'],
    answer: () => [],
  },
  diff: {
    about: 'Compare two versions: + added, ~ changed, - removed. Exits with 4 if they differ',
    arguments: [
      VERSION,
      argument('<other>', 'another version of the asset, or PROJECT/ASSET/VERSION', ['other']),
    ],
    ...oneCommand(shellCommands.diff),
    examples: ['gobbler diff demo/assay/1.0 1.1'],
    tones: { '+': 'good', '~': 'doubtful', '-': 'bad' },
    answer: (outputs) => [
      ...listOf(outputs, 'added').map((path) => `+ ${path}`),
      ...listOf(outputs, 'changed').map((path) => `~ ${path}`),
      ...listOf(outputs, 'removed').map((path) => `- ${path}`),
    ],
  },
  verify: {
    about: "Compare a directory, or the files in the registry, with a version's manifest",
    arguments: [
      VERSION,
      argument('[directory]', 'directory to compare; if omitted, compares the files in the registry', [
        'directory',
      ]),
    ],
    ...oneCommand(shellCommands.verify),
    examples: ['gobbler verify demo/assay/1.0', 'gobbler verify demo/assay/1.0 results'],
    answer: () => [],
  },
  permissions: {
    alias: 'set-permissions',
    about: 'Show the permissions of a project or an asset; with --owners and the like, change them',
    arguments: [argument('<place>', 'PROJECT[/ASSET]', ['project', 'asset'], 1)],
    load: (options) => {
      const changes = ['owners', 'uploaders', 'global-write'].some((name) => options.has(name));
      return changes ? actions['set-permissions']() : shellCommands.permissions();
    },
    variants: () => Promise.all([shellCommands.permissions(), actions['set-permissions']()]),
    options: {
      'prevent-lockout': 'Allow a change that would leave its author unable to make another',
    },
    examples: [
      'gobbler permissions demo',
      'gobbler permissions demo/assay --owners alicia --owners ben',
      `gobbler permissions demo --uploaders '[{"id": "carla", "trusted": true}]'`,
    ],
    isInLog: true,
    answer: (outputs) => [...only('permissions')(outputs), ...only('after')(outputs)],
  },
  project: {
    alias: 'create-project',
    about: 'Create a project (administrators of the service only)',
    arguments: [argument('<project>', 'its name', ['project'])],
    ...oneCommand(actions['create-project']),
    examples: ['gobbler project demo --owners alicia'],
    answer: () => [],
  },
  sweep: {
    about: "Remove this user's leftovers of killed runs from staging, and print their names",
    arguments: [],
    ...oneCommand(shellCommands.sweep),
    examples: ['gobbler sweep', 'gobbler sweep --all'],
    answer: (outputs) => listOf(outputs, 'removed'),
  },
  validate: {
    about: 'Have the service compare a version with its records (administrators of the service only)',
    arguments: [VERSION],
    ...oneCommand(shellCommands.validate),
    examples: ['gobbler validate demo/assay/1.0'],
    answer: () => [],
  },
  reindex: {
    about: 'Rewrite the records of a version from its files (administrators of the service only)',
    arguments: [VERSION],
    ...oneCommand(shellCommands.reindex),
    examples: ['gobbler reindex demo/assay/1.0'],
    answer: () => [],
  },
  refresh: {
    about:
      'Recompute the usage of a project, or the latest version of an asset (administrators of the service only)',
    arguments: [argument('<place>', 'PROJECT[/ASSET]', ['project', 'asset'], 1)],
    ...oneCommand(shellCommands.refresh),
    examples: ['gobbler refresh demo', 'gobbler refresh demo/assay'],
    isInLog: true,
    answer: (outputs) => [...only('size-bytes')(outputs), ...only('latest')(outputs)],
  },
  remove: {
    about: 'Permanently remove a project, an asset or a version (administrators of the service only)',
    arguments: [argument('<place>', 'PROJECT[/ASSET[/VERSION]]', NAMES, 1)],
    ...oneCommand(shellCommands.remove),
    isFinal: true,
    options: {
      reroute:
        'Leave links from other versions to the removed files dangling instead of rerouting them first',
    },
    examples: ['gobbler remove demo/assay/0.9 --yes'],
    answer: () => [],
  },
};

/** Commands that are none of the table, with their descriptions. */
export const OTHER_COMMANDS = {
  serve:
    'Run the embedded Gobbler: gobbler serve --demo, or -registry DIR -staging DIR; see gobbler serve --help',
  completion: 'Print a script that completes commands, options and names: eval "$(gobbler completion bash)"',
  help: 'Display help for a command',
} as const;
