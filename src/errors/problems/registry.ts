import { problem, problemTable, quoted } from '../problem.ts';

/** Reading the registry, on disk or through the service. */
export const REGISTRY = problemTable(() => ({
  'registry-missing': problem<{ registry: string }>({
    code: 'registry-unavailable',
    input: 'registry',
    text: ({ registry }) => `registry should be a directory here, but ${registry} is not`,
    hint: 'Leave it out to read over HTTP, or mount the registry on this machine.',
  }),
  'project-missing': problem<{ project: string }>({
    code: 'not-found',
    input: 'project',
    text: ({ project }) => `project ${quoted(project)} does not exist in the registry`,
    hint: 'Check the name. An administrator of the Gobbler creates projects.',
  }),
  /** `name` is like `project p`, `p/a` or `p/a/v`. */
  'listed-missing': problem<{ name: string }>({
    code: 'not-found',
    text: ({ name }) => `${name} does not exist in the registry`,
    hint: 'Check the names; list what there is.',
  }),
  'record-missing': problem<{ version: string; record: string }>({
    code: 'not-found',
    text: ({ version, record }) => `${version} has no ${record}`,
    hint: 'The version does not exist, or its upload has not finished.',
  }),
  'record-unsuitable': problem<{
    file: string;
    limitBytes: number;
    /** Undefined if it is not a regular file. */
    bytes?: number;
  }>({
    code: 'corrupt-record',
    text: ({ file, limitBytes, bytes }) =>
      `${file} should be a file of at most ${limitBytes} bytes, but ${bytes === undefined ? 'is something else' : `has ${bytes}`}`,
    hint: 'The registry holds a damaged record; tell its administrator.',
  }),
  'fetch-failed': problem<{ url: string; status: number }>({
    code: 'service-failed',
    text: ({ url, status }) => `${url} should be readable, but answered with status ${status}`,
    hint: 'Look into the log of the service.',
  }),
  'list-failed': problem<{
    url: string;
    status: number;
    /** The service's own words; empty if there are none. */
    reason: string;
  }>({
    code: 'service-failed',
    text: ({ url, status }) => `${url} should be a listing, but answered with status ${status}`,
    hint: ({ reason }) =>
      reason === '' ? 'Check that url leads to a Gobbler.' : `The service says: ${reason}`,
  }),
  'registry-path-short': problem<{ path: string }>({
    code: 'invalid-input',
    input: 'path',
    text: ({ path }) => `a path should be like project/asset/version/file, but is ${quoted(path)}`,
    hint: 'Give a path relative to the registry.',
  }),
  'registry-path-irregular': problem<{ path: string }>({
    code: 'invalid-input',
    input: 'path',
    text: ({ path }) =>
      `a path should be relative, without empty segments, '.' and '..', but is ${quoted(path)}`,
    hint: 'Give a path relative to the registry, such as project/asset/version/file.',
  }),
  /** A manifest or listing has a path that leads out of its version, or that the service reserves. */
  'escaping-path': problem<{ where: string; path: string }>({
    code: 'corrupt-record',
    text: ({ where, path }) => `${where} lists ${quoted(path)}, which may not be there`,
    hint: 'No path of a version may lead out of it. Tell the administrator of the registry.',
  }),
  'version-invalid': problem<{
    version: string;
    /** The service's finding. */
    error: string;
  }>({
    code: 'content-differs',
    text: ({ version, error }) => `${version} is not what its records say: ${error}`,
    hint: 'An administrator can reindex the version if its files are right, or delete it.',
  }),
}));
