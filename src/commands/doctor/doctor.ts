import { GobblerError } from '../../errors/index.ts';
import { serviceInputs, timeoutInput } from '../connect/index.ts';
import { type CommandContext, currentDirectory, defineCommand, optionalPath, text } from '../kit/index.ts';
import { type Check, errorFailure, examine, ok, type Verdict } from './check.ts';
import { checkCache, checkHardLinks } from './directory-checks.ts';
import { checkRegistry, type FoundService, findService } from './service-checks.ts';
import { type FoundSettings, findSettings } from './settings-checks.ts';
import { checkAccount, checkClocks, checkStaging } from './staging-checks.ts';

/** A setting that is missing or wrong is a failed check: none of them is refused before. */
const inputs = {
  directory: optionalPath('Directory with results to publish. Defaults to the current directory'),
  url: text(serviceInputs.url.description),
  staging: optionalPath(serviceInputs.staging.description),
  registry: optionalPath(serviceInputs.registry.description),
  ...timeoutInput,
};

const outputs = {
  status: 'The worst verdict: `ok`, `warning` or `failure`; `failed`, `timed-out` or `cancelled`',
  checks: 'The checks as JSON: a list of objects with `check`, `verdict`, `found` and `hint`',
};

type Context = CommandContext<typeof inputs, keyof typeof outputs>;

/**
 * The command `doctor`: checks everything that an upload needs, one part after another, and reports all of it. Changes
 * nothing that stays.
 */
export const doctor = defineCommand({
  name: 'doctor',
  inputs,
  outputs,
  failed: () => 'the checks were not completed',
  unanswered: { checks: '[]' },
  run,
});

async function run(context: Context): Promise<void> {
  const checks = await allChecks(context);
  context.setOutput('checks', JSON.stringify(checks));
  context.setOutput('status', worstOf(checks));
}

function worstOf(checks: readonly Check[]): Verdict {
  const worst = (['failure', 'warning'] as const).find((one) =>
    checks.some(({ verdict }) => verdict === one),
  );
  return worst ?? 'ok';
}

/** Skips checks that depend on one that failed: they would only repeat its failure. */
async function allChecks({ inputs: given, signal }: Context): Promise<readonly Check[]> {
  const checks: Check[] = [
    ok('node', `${process.version} on ${process.platform} ${process.arch}, ${process.execPath}`),
    ...(await examine('cache', 'the cache directory', signal, checkCache)),
  ];
  const found = orFailure('settings files', () => findSettings(given));
  if ('verdict' in found) return [...checks, found];
  checks.push(...found.checks);
  const { settings } = found;
  if (settings.url === undefined) return checks;

  let service: FoundService | undefined;
  const ofService = await examine('service', settings.url, signal, async () => {
    service = await findService(settings, signal);
    return service.checks;
  });
  checks.push(...ofService);
  // A cast, since the compiler does not see that the function above has been called.
  const { connection } = (service as FoundService | undefined) ?? {};
  if (connection === undefined) return checks;

  const { registry, staging } = connection;
  if (!ofService.some(({ check }) => check === 'registry'))
    checks.push(
      ...(await examine('registry', registry, signal, () =>
        checkRegistry(connection, settings.registry !== undefined, signal),
      )),
    );
  const ofStaging = await examine('staging', staging, signal, () => checkStaging(connection, signal));
  checks.push(...ofStaging);
  if (ofStaging.some(({ verdict }) => verdict === 'failure')) return checks;
  const directory = given.directory ?? currentDirectory();
  for (const part of [
    () => examine('clocks', staging, signal, () => checkClocks(connection, signal)),
    () => examine('account', staging, signal, () => checkAccount(connection, signal)),
    () => examine('hard links', directory, signal, () => checkHardLinks(connection, directory)),
  ])
    checks.push(...(await part()));
  return checks;
}

function orFailure(check: string, find: () => FoundSettings): FoundSettings | Check {
  try {
    return find();
  } catch (error) {
    if (!(error instanceof GobblerError)) throw error;
    return errorFailure(check, error);
  }
}
