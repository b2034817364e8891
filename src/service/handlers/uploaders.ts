import { parseTimestamp, type Uploader } from '../../protocol/index.ts';
import { malformed } from '../files/index.ts';
import type { UploaderInput } from '../storage/index.ts';

/** The grants of a request. Throws (400) if one has no `id`, or an `until` that is no timestamp. Protocol §3.2. */
export function requireUploaders(entries: readonly UploaderInput[]): Uploader[] {
  return entries.map(({ id, ...limits }) => {
    if (id === undefined) throw refusal("all entries should have an 'id' property");
    if (limits.until !== undefined && parseTimestamp(limits.until) === undefined) {
      throw refusal(`'until' should be an RFC 3339 time, not ${JSON.stringify(limits.until)}`);
    }
    return { id, ...limits };
  });
}

const refusal = (problem: string): Error =>
  malformed(`invalid 'permissions.uploaders' in the request details; ${problem}`);
