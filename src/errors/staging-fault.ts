import { type Hint, hint, setting } from './hint.ts';

/** For a machine that does not have the staging directory. */
export const MOUNT_STAGING = hint`Mount the staging directory of the service on this machine, or set ${setting('staging')} to its path here.`;

/** A file that belongs to another user than the one who has made it. */
export interface MappedUserFacts {
  /** User ids. */
  readonly uid: number;
  readonly found: number;
}

export const mappedUserText = ({ uid, found }: MappedUserFacts): string =>
  `a file that is created in the staging directory should belong to user id ${uid}, but belongs to user id ${found}`;

export const MAPPED_USER_HINT =
  'Run this step as an ordinary user, on a mount without user mapping (root_squash, all_squash or id mapping on the file server).';

/** Something that could not be written to staging. */
export interface StagingWriteFacts {
  readonly item: string;
  readonly error: string;
  /** Name of the errno. */
  readonly errno: string | undefined;
}

export const stagingWriteText = ({ item, error }: StagingWriteFacts): string =>
  `${item} could not be written to staging: ${error}`;

const MAKE_ROOM =
  'Make room on the filesystem of the staging directory, which is full, or in your quota, which is used up. Then run this again.';
const NO_ANSWER =
  'Check the file server of the staging directory and the mount: it does not answer. Then run this again.';
const WRITE_HINTS: Readonly<Record<string, Hint>> = {
  ENOSPC: MAKE_ROOM,
  EDQUOT: MAKE_ROOM,
  EIO: NO_ANSWER,
  ETIMEDOUT: NO_ANSWER,
  ESTALE: 'Mount the staging directory again on this machine: it was replaced on the file server.',
  ENOENT: MOUNT_STAGING,
  ENOTDIR: MOUNT_STAGING,
  EROFS: 'Mount the staging directory read-write: on this machine, it is mounted read-only.',
};

/** The next step by the cause. */
export const stagingWriteHint = ({ errno = '' }: Partial<Pick<StagingWriteFacts, 'errno'>>): Hint =>
  WRITE_HINTS[errno] ??
  'Check the filesystem of the staging directory, its free space, and the permissions of this user.';
