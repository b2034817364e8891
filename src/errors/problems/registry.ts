import { hint, setting } from '../hint.ts';
import { problem, problemTable, quoted } from '../problem.ts';

/** Reading the registry, on disk or through the service. */
export const REGISTRY = problemTable(() => ({
  'registry-missing': problem<{ registry: string }>({
    code: 'registry-unavailable',
    input: 'registry',
    text: ({ registry }) => `registry should be a directory here, but ${registry} is not`,
    hint: 'Mount the registry on this machine, or leave it out to read over HTTP.',
  }),
  'project-missing': problem<{ project: string }>({
    code: 'not-found',
    input: 'project',
    text: ({ project }) => `project ${quoted(project)} does not exist in the registry`,
    hint: 'Check the name, or ask an administrator of the Gobbler to create the project.',
  }),
  /** `name` is like `p/a` or `p/a/v`. */
  'nothing-to-list': problem<{ name: string }>({
    code: 'not-found',
    text: ({ name }) => `${name} does not exist in the registry`,
    hint: 'Check the names; list the registry to see what exists.',
  }),
  'record-missing': problem<{ version: string; record: string }>({
    code: 'not-found',
    text: ({ version, record }) => `${version} has no ${record}`,
    hint: 'Check the names, and whether the upload of the version has finished.',
  }),
  /** Deleting a version with `force` can leave it named as the latest one: it was damaged, or another one is. */
  'latest-missing': problem<{
    /** Like p/a. */
    place: string;
    version: string;
    /** The missing part of it: all, or one of its records. */
    missing: 'version' | 'summary' | 'manifest';
  }>({
    code: 'corrupt-record',
    text: ({ place, version, missing }) =>
      `the latest version of ${place} should exist, but ..latest names ${quoted(version)}, which ${missing === 'version' ? 'does not exist' : `has no ${missing}`}`,
    hint: ({ missing = 'version' }) =>
      ({
        version:
          'Try again if the version was deleted just now. Otherwise, ask an administrator of the Gobbler to run `gobbler refresh PROJECT/ASSET`: until another version is the latest one, the service fails every upload to this asset.',
        summary:
          'Try again if the version is being deleted. Otherwise, ask an administrator of the Gobbler to restore the summary, or to run `gobbler remove PROJECT/ASSET/VERSION --yes --force` and `gobbler refresh PROJECT/ASSET`.',
        manifest:
          'Ask an administrator of the Gobbler to rewrite the manifest with `gobbler reindex PROJECT/ASSET/VERSION`: until then, the service fails every upload to this asset.',
      })[missing],
  }),
  'record-unsuitable': problem<{
    file: string;
    limitBytes: number;
    /** Undefined if it is not a regular file. */
    bytes?: number;
  }>({
    code: 'corrupt-record',
    text: ({ file, limitBytes, bytes }) =>
      `${file} should be a file of at most ${limitBytes} bytes, but ${bytes === undefined ? 'is not a regular file' : `has ${bytes}`}`,
    hint: 'Report the damaged record to the administrator of the registry.',
  }),
  'fetch-failed': problem<{ url: string; status: number }>({
    code: 'service-failed',
    text: ({ url, status }) => `${url} should be readable, but answered with status ${status}`,
    hint: 'See the log of the service.',
  }),
  'list-failed': problem<{
    url: string;
    status: number;
    /** The service's own words; empty if there are none. */
    reason: string;
  }>({
    code: 'service-failed',
    text: ({ url, status }) => `${url} should return a listing, but answered with status ${status}`,
    hint: ({ reason }) =>
      reason === ''
        ? hint`Check that ${setting('url')} is the address of a Gobbler.`
        : `See the log of the service, which gave the reason ${quoted(reason)}.`,
  }),
  'registry-path-short': problem<{ path: string }>({
    code: 'invalid-input',
    input: 'path',
    text: ({ path }) => `path should be like project/asset/version/file, but is ${quoted(path)}`,
    hint: 'Give a path relative to the registry.',
  }),
  'registry-path-irregular': problem<{ path: string }>({
    code: 'invalid-input',
    input: 'path',
    text: ({ path }) =>
      `path should be relative, without empty segments, '.' and '..', but is ${quoted(path)}`,
    hint: 'Give a path relative to the registry, such as project/asset/version/file.',
  }),
  /** A manifest or listing has a path outside of its version, or one that the service reserves. */
  'escaping-path': problem<{ where: string; path: string }>({
    code: 'corrupt-record',
    text: ({ where, path }) => `${where} should list paths within the version, but lists ${quoted(path)}`,
    hint: 'Report the damaged record to the administrator of the registry.',
  }),
  'version-invalid': problem<{
    version: string;
    /** The service's finding. */
    error: string;
  }>({
    code: 'content-differs',
    text: ({ version, error }) => `${version} should match its records, but does not: ${error}`,
    hint: 'Ask an administrator to reindex the version if its files are right, or else to delete it.',
  }),
}));
