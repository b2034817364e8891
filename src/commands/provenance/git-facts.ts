import type { ProvenanceFacts } from '../../client/index.ts';
import { publicUrl } from '../../client/provenance/index.ts';

/** A clone that does not answer soon tells nothing. */
const PATIENCE_MS = 10_000;

/** A clone may be somebody else's work, such as an unpacked archive: its settings must not start programs, or a download. */
const WITHOUT_PROGRAMS = ['core.fsmonitor=false', 'core.sshCommand=false', 'protocol.allow=never'];

/** The facts that a clone tells. */
export type GitFacts = Pick<ProvenanceFacts, 'repository' | 'commit' | 'modified' | 'ref'>;

/**
 * The commit, the branch and the repository of the clone that a directory is in, and whether tracked files differ from the
 * commit. Empty outside of a clone, without git, and where git refuses the clone, such as that of another user. Changes nothing
 * in the clone, and starts no program that its settings name: with a filter among them, `modified` is unknown.
 */
export async function gitFacts(directory: string): Promise<GitFacts> {
  const head = await git(directory, ['rev-parse', '--verify', '--quiet', 'HEAD']);
  if (head.exitCode !== 0) return {};
  // A comparison would run them. Those of the user's own settings, such as of Git LFS, are harmless.
  const filters = await git(directory, [
    ...['config', '--show-scope', '--name-only'],
    ...['--get-regexp', '^filter\\..*\\.(clean|process)$'],
  ]);
  const mayCompare =
    filters.exitCode === 1 || (filters.exitCode === 0 && !/^(?!global|system)/m.test(filters.output));
  const [ref, remote, difference] = await Promise.all([
    git(directory, ['symbolic-ref', '--quiet', 'HEAD']),
    git(directory, ['config', '--get', 'remote.origin.url']),
    mayCompare ? git(directory, DIFFERENCE) : undefined,
  ]);
  return {
    commit: head.output,
    ref: ref.exitCode === 0 ? ref.output : undefined,
    repository: remote.exitCode === 0 ? publicUrl(remote.output) : undefined,
    modified: difference && [false, true][difference.exitCode ?? -1],
  };
}

const DIFFERENCE = ['diff', '--quiet', '--no-ext-diff', '--no-textconv', '--ignore-submodules', 'HEAD'];

interface Answer {
  /** Undefined if git did not end by itself, or is not installed. */
  readonly exitCode: number | undefined;
  /** Without the line feed at its end; bytes that are not UTF-8 are U+FFFD, which no fact may have. */
  readonly output: string;
}

function git(directory: string, args: readonly string[]): Promise<Answer> {
  // Loading it takes 2 ms, which a step without provenance need not spend.
  const { execFile } = process.getBuiltinModule('node:child_process');
  const quiet = ['--no-optional-locks', ...WITHOUT_PROGRAMS.flatMap((setting) => ['-c', setting]), ...args];
  const env = { ...process.env, GIT_NO_LAZY_FETCH: '1', GIT_TERMINAL_PROMPT: '0' };
  return new Promise((resolve) => {
    const child = execFile('git', quiet, { cwd: directory, env, timeout: PATIENCE_MS }, (_, stdout) =>
      resolve({ exitCode: child.exitCode ?? undefined, output: stdout.replace(/\n$/, '') }),
    );
  });
}
