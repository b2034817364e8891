import { normalizeUrl } from '../../client/connection/index.ts';
import { flag, integerOrAuto, minutes, optionalPath, requiredText, text } from '../kit/index.ts';

/** Where the service is, for every action that talks to one. */
export const serviceInputs = {
  // Read before anything is logged about it: a URL that seems to contain a password is refused, and never logged.
  url: {
    ...requiredText(
      'URL of the service, including its path prefix. Defaults to `$GOBBLER_URL`, or to that of a settings file',
    ),
    setting: 'url',
    parse: normalizeUrl,
  },
  staging: {
    ...optionalPath(
      'Path of the staging directory on this machine. Defaults to `$GOBBLER_STAGING`, to that of a settings file, or to the path that the service reports',
    ),
    setting: 'staging',
  },
  registry: {
    ...optionalPath(
      'Path of the registry on this machine. Defaults to `$GOBBLER_REGISTRY`, to that of a settings file, or to the path that the service reports',
    ),
    setting: 'registry',
  },
} as const;

/** For commands that leave nothing behind when they are stopped. */
export const timeoutInput = {
  'timeout-minutes': minutes('Overall timeout, in minutes or like `90s` or `2h`. 0 disables it', 0),
};

/** For commands that undo what they have begun. */
export const undoingTimeoutInput = {
  'timeout-minutes': minutes(
    'Overall timeout, in minutes or like `90s` or `2h`; when it expires, unfinished work is undone. 0 disables it',
    0,
  ),
};

export const concurrencyInput = {
  concurrency: integerOrAuto('Files in flight, from 1 to 1024, or `auto`', { from: 1, to: 1024 }),
};

/** The inputs shared by all actions that change something in the service. */
export const requestInputs = {
  ...timeoutInput,
  'lock-wait-minutes': minutes(
    'How long to keep retrying while another request holds a lock, in minutes or like `90s` or `2h`',
    30,
  ),
  'show-summary': flag('Write a job summary', true),
};

/** As {@link requestInputs}, for requests that can be made for somebody else. */
export const spoofableInputs = {
  spoof: text('Act on behalf of this user, if the service allows it'),
  ...requestInputs,
};
