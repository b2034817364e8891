import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Connection, connect, type UploadEvent, uploadDirectory } from '../../src/client/index.ts';
import { failureOf } from '../helpers/failure.ts';
import { answer, type FaultyService, startFaultyService } from '../helpers/faulty-service.ts';
import { useSandbox } from '../helpers/sandbox.ts';
import { publish } from '../helpers/versions.ts';

const sandbox = useSandbox();
const ref = { project: 'p', asset: 'a', version: 'v2' };
let service: FaultyService;
let connection: Connection;
/** What another run does while the first upload is requested. */
let meanwhile: () => Promise<unknown>;
let status: number | undefined;

beforeEach(async () => {
  await sandbox().project('p');
  status = undefined;
  let isFirst = true;
  service = await startFaultyService(sandbox().url, ({ method, url }, response) => {
    if (!isFirst || method !== 'POST' || url?.includes('request-upload') !== true) return false;
    isFirst = false;
    void meanwhile().finally(() =>
      status === undefined
        ? response.destroy()
        : answer(
            response,
            status,
            JSON.stringify({
              status: 'ERROR',
              reason: 'timed out waiting for the lock to be acquired on "a"',
            }),
          ),
    );
    return true;
  });
  connection = await connect(service.url);
});
afterEach(() => service.close());

describe('an upload whose answer is lost, while another run of the same user publishes the version', () => {
  it.each([
    ['unknown', 'theirs'],
    ['created', 'mine'],
  ])('has the outcome: %s', async (outcome, text) => {
    meanwhile = () => publish(sandbox(), 'v2', { x: text }, { probation: false });
    const events: UploadEvent['kind'][] = [];
    const uploading = uploadDirectory(connection, {
      ...ref,
      directory: sandbox().source({ x: 'mine' }),
      onEvent: ({ kind }) => events.push(kind),
    });
    if (outcome === 'created') expect(await uploading).toMatchObject({ status: 'created' });
    else
      expect(await failureOf(uploading)).toMatchObject({
        code: 'connection-lost',
        problem: 'outcome-unknown',
        facts: { version: 'p/a/v2', seen: { kind: 'differs', user: sandbox().me } },
      });
    expect(events.includes('created')).toBe(outcome === 'created');
  });
});

it('an upload that waits for a lock is planned anew, after the version that held it', async () => {
  await publish(sandbox(), 'v0', { x: 'old' }, { probation: false });
  connection = { ...connection, registryVisible: false };
  status = 500;
  meanwhile = () => publish(sandbox(), 'v1', { x: 'the file' }, { probation: false });
  const directory = sandbox().source({ x: 'the file' });
  const result = await uploadDirectory(connection, { ...ref, directory });
  expect(result).toMatchObject({
    status: 'created',
    previous: { version: 'v1', difference: { added: [], changed: [], removed: [] } },
  });
});
