import { errnoOf } from '../errors/index.ts';

/** The result of some work; undefined if its file or directory does not exist. */
export const ifThere = <T>(work: Promise<T>): Promise<T | undefined> =>
  work.catch(ifMissing(() => undefined));

/** Handles, in a `catch`, that a file or directory does not exist; throws everything else. */
const ifMissing = <T>(handle: (error: unknown) => T) => ifErrno(['ENOENT', 'ENOTDIR'], handle);

/** Handles, in a `catch`, errors of the system with one of these codes; throws everything else. */
export const ifErrno =
  <T>(codes: readonly string[], handle: (error: unknown) => T) =>
  (error: unknown): T => {
    if (codes.includes(errnoOf(error) ?? '')) return handle(error);
    throw error;
  };

/** Handles, in a `catch`, whatever the system refuses; throws everything else. */
export const ifRefused =
  <T>(handle: (error: unknown) => T) =>
  (error: unknown): T => {
    if (errnoOf(error) === undefined) throw error;
    return handle(error);
  };

/** Throws, in a `catch`, what `explain` makes of an error of the system; throws everything else as it is. */
export const refusedAs =
  (explain: (error: unknown) => Error) =>
  (error: unknown): never => {
    throw errnoOf(error) === undefined ? error : explain(error);
  };
