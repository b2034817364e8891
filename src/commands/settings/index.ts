/** Settings that a site or a user makes once: in the environment, and in files. */

export {
  type Found,
  SETTINGS,
  type SettingName,
  settingsFiles,
  settingsInEffect,
} from './site-settings.ts';
