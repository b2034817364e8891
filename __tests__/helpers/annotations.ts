/** The first error annotation of a log, or an empty string. */
export function firstError(log: string): string {
  return log.split('\n').find((line) => line.startsWith('::error title=')) ?? '';
}

/** Wrong values that every action refuses which talks to a service: inputs, the input to name, and what to say. */
export const WRONG_SERVICE: readonly [Record<string, string>, string, string][] = [
  [{ url: 'gobbler:8080' }, 'url', 'has no http:// or https://'],
  [{ registry: '/nowhere' }, 'registry', 'should be a directory here'],
  [{ 'timeout-minutes': 'soon' }, 'timeout-minutes', 'should be a number of minutes'],
  [{ 'show-summary': 'maybe' }, 'show-summary', 'should be true or false'],
];

/** Wrong values that every action refuses which makes requests. */
export const WRONG_REQUEST: typeof WRONG_SERVICE = [
  ...WRONG_SERVICE,
  [{ url: 'http://127.0.0.1:1' }, 'url', 'no Gobbler answers'],
  [{ staging: '/nowhere' }, 'staging', 'could not be written to staging'],
  [{ 'lock-wait-minutes': '-1' }, 'lock-wait-minutes', 'should be a number of minutes'],
];

/** Wrong names of a version that exists otherwise. */
export const WRONG_NAMES: typeof WRONG_SERVICE = [
  [{ project: '' }, 'project', 'project is required'],
  [{ project: 'nope' }, 'project', '"nope" of nope/a/v1 does not exist'],
  [{ asset: '' }, 'asset', 'asset is required'],
  [{ asset: 'a/b' }, 'asset', "may not contain '/'"],
  [{ asset: 'nope' }, 'asset', 'does not exist'],
  [{ version: '' }, 'version', 'version is required'],
  [{ version: '..x' }, 'version', 'may not start with'],
];
