import { cacheRoot } from '../../client/download/index.ts';
import { GobblerError } from '../../client/index.ts';
import { host, line } from '../kit/index.ts';

/**
 * Where this process keeps things between runs: in the tool cache of the runner, or in the user's cache directory. Code
 * `destination-unavailable` if neither can be used; see {@link cacheRoot}.
 */
export function cacheFolder(): Promise<string> {
  return cacheRoot(host().places.cache);
}

/** The same for what is only a convenience: undefined if there is no such place, which the log then says. */
export async function optionalCacheFolder(): Promise<string | undefined> {
  try {
    return await cacheFolder();
  } catch (error) {
    if (!(error instanceof GobblerError)) throw error;
    line(`Checksums are not cached: ${error.message}`);
    return undefined;
  }
}
