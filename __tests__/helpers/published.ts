import {
  type Connection,
  type UploadOptions,
  type UploadResult,
  uploadDirectory,
} from '../../src/client/index.ts';

/** Uploads, and fails unless there is a version afterwards. */
export async function published(
  connection: Connection,
  options: UploadOptions,
): Promise<Exclude<UploadResult, { status: 'planned' }>> {
  const result = await uploadDirectory(connection, options);
  if (result.status === 'planned') throw new Error('it was only planned');
  return result;
}
