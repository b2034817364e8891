import type { Filesystem } from '../../fs/filesystem.ts';
import type { Connection } from '../connection.ts';
import type { Scan } from './source-tree.ts';

/**
 * Sentences about the filesystems that an upload has to do with: their types, since what is promised depends on them; and
 * what a person should change about their mounts.
 */
export function filesystemNotices(connection: Connection, { filesystems }: Scan): string[] {
  const { registry, registryFilesystem, registryProblem, staging, stagingFilesystem } = connection;
  const source = [...new Set(filesystems.all.map(({ type }) => type))].join(' and ');
  const places = [`the source is on ${source}`];
  if (stagingFilesystem !== undefined) places.push(`staging on ${stagingFilesystem.type}`);
  if (registryFilesystem !== undefined) places.push(`the registry on ${registryFilesystem.type}`);
  const notices = [`Filesystems: ${places.join(', ')}`];
  if (registryProblem !== undefined)
    notices.push(`Reading the registry over HTTP: ${registry} on this machine ${registryProblem}`);
  const withoutCto = (where: string, all: readonly (Filesystem | undefined)[]): void => {
    if (!all.some((filesystem) => filesystem?.hasNoCto)) return;
    notices.push(
      `${where} is on a filesystem that is mounted with nocto, which may hide changes by other machines. Mount it without nocto.`,
    );
  };
  withoutCto('The source', filesystems.all);
  withoutCto(`The staging directory ${staging}`, [stagingFilesystem]);
  withoutCto(`The registry ${registry}`, [registryFilesystem]);
  return notices;
}
