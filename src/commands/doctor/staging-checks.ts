import { currentUser } from '../../client/connection/index.ts';
import type { Connection } from '../../client/index.ts';
import {
  type ActingUser,
  actingUser,
  type Clocks,
  MAY_DIFFER_S,
  newRunName,
  readClocks,
} from '../../client/requests/index.ts';
import { stagingFindings } from '../../client/upload/index.ts';
import { GobblerError, generalHint } from '../../errors/index.ts';
import { line } from '../kit/index.ts';
import { type Check, failure, findingFailure, ok, warning } from './check.ts';
import { withoutCto } from './service-checks.ts';

/** Writes to staging, and asks the service whether it sees that. */
export async function checkStaging(connection: Connection, signal: AbortSignal): Promise<readonly Check[]> {
  const { staging, serviceStaging, stagingFilesystem } = connection;
  const findings = await stagingFindings(connection, { run: newRunName(), signal, onNotice: line });
  if (findings.length > 0)
    return findings.map((finding) =>
      findingFailure(finding.kind === 'clock' ? 'clocks' : 'staging', finding),
    );
  const there = serviceStaging === staging ? '' : `, which sees it as ${serviceStaging}`;
  const found = `${staging} (${stagingFilesystem?.type}) is writable, and shared with the service${there}`;
  return [ok('staging', found), ...withoutCto('staging', stagingFilesystem)];
}

/** A difference that a slow answer may cause. */
const UNSURE_S = 5;

/** Compares the clocks of staging and of this machine with that of the service. */
export async function checkClocks(connection: Connection, signal: AbortSignal): Promise<readonly Check[]> {
  const clocks = await readClocks(connection, signal);
  return [clocks === undefined ? unknownClocks : clockCheck(clocks)];
}

const unknownClocks: Check = ok('clocks', 'the service does not report its time');

function clockCheck({ stagingAheadS, hereAheadS }: Clocks): Check {
  const differing = [
    ['the clock of staging', stagingAheadS],
    ['the clock of this machine', hereAheadS],
  ] as const;
  const found = differing
    .filter(([, aheadS]) => Math.abs(aheadS) > UNSURE_S)
    .map(
      ([clock, aheadS]) =>
        `${clock} is ${Math.abs(aheadS)} s ${aheadS > 0 ? 'ahead of' : 'behind'} that of the service`,
    );
  if (found.length === 0)
    return ok('clocks', `staging, this machine and the service agree within ${UNSURE_S} s`);
  const isRefused = -stagingAheadS > MAY_DIFFER_S;
  const advice = `Synchronize the clocks. The service refuses requests that seem more than ${MAY_DIFFER_S} s old.`;
  return (isRefused ? failure : warning)('clocks', found.join('; '), advice);
}

/** Asks the service which account it sees. */
export async function checkAccount(connection: Connection, signal: AbortSignal): Promise<readonly Check[]> {
  const here = currentUser();
  const uid = process.geteuid?.();
  const id = uid === undefined ? '' : ` (id ${uid})`;
  let account: ActingUser;
  try {
    account = await actingUser(connection, { signal, onNotice: line });
  } catch (error) {
    const isNameless =
      error instanceof GobblerError && ['connection-lost', 'service-failed'].includes(error.code);
    if (!isNameless) throw error;
    return [failure('account', `${error.message}${id}`, generalHint('unknown-user'))];
  }
  if (account.isAdministrator)
    return [ok('account', `${here ?? 'this user'}${id} is an administrator of the service`)];
  const { user: name } = account;
  if (name === undefined || name === here)
    return [
      ok('account', `the service knows this user as ${here ?? 'somebody'}${id}, not as an administrator`),
    ];
  return [
    warning(
      'account',
      `the service knows this user${id} as ${name}, not as ${here ?? 'on this machine, where the id has no name'}`,
      `Permissions of projects have to name ${name}.`,
    ),
  ];
}
