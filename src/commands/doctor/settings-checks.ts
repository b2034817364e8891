import { existsSync } from 'node:fs';
import { hint, setting } from '../../errors/index.ts';
import { SETTINGS, type SettingName, settingsFiles, settingsInEffect } from '../settings/index.ts';
import { type Check, failure, ok } from './check.ts';

/** The settings in effect, and where each came from. */
export interface FoundSettings {
  readonly checks: readonly Check[];
  readonly settings: { readonly [name in SettingName]?: string };
}

/** Looks for the settings. Code `invalid-input` for a settings file that cannot be used. */
export function findSettings(inputs: { readonly [name in SettingName]?: string | undefined }): FoundSettings {
  const found = settingsInEffect(withoutGaps(inputs));
  const files = settingsFiles().map((file) => (existsSync(file) ? file : `no ${file}`));
  const checks = (Object.keys(SETTINGS) as SettingName[]).map((name): Check => {
    const { value, origin } = found.get(name) ?? {};
    if (value !== undefined)
      return ok(`setting ${name}`, `${value}, from ${origin ?? `the option --${name}`}`);
    if (name !== 'url') return ok(`setting ${name}`, 'as the service reports it');
    const missing = hint`Give ${setting('url')}, or set $GOBBLER_URL, or "url" in a settings file.`;
    return failure(`setting ${name}`, 'the address of the service is not known', missing);
  });
  return {
    checks: [ok('settings files', files.join(', ')), ...checks],
    settings: Object.fromEntries([...found].map(([name, { value }]) => [name, value])),
  };
}

function withoutGaps(inputs: { readonly [name in SettingName]?: string | undefined }) {
  return Object.fromEntries(Object.entries(inputs).filter(([, value]) => value !== undefined));
}
