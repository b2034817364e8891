import type { Filesystem } from '../../fs/index.ts';
import type { Connection } from '../connection/index.ts';
import type { EventSink, Scan } from '../source/index.ts';

/** Tells which filesystems an upload has to do with, since what is promised depends on them, and what is wrong with them. */
export function tellFilesystems(connection: Connection, scanned: Scan, onEvent: EventSink): void {
  const { stagingFilesystem: staging, registryFilesystem: registry } = connection;
  const source = [...new Set(scanned.filesystems.all.map(({ type }) => type))];
  // A source that cannot be opened has none, which is reported as an error soon.
  if (source.length > 0)
    onEvent?.({ kind: 'filesystems', source, staging: staging?.type, registry: registry?.type });
  for (const sentence of problems(connection, scanned)) onEvent?.({ kind: 'notice', sentence });
}

/** Problems with the mounts, each as a sentence. */
function problems(connection: Connection, { filesystems }: Scan): string[] {
  const { registry, registryFilesystem, registryProblem, staging, stagingFilesystem } = connection;
  const notices: string[] = [];
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
