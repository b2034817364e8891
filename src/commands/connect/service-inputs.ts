import { normaliseUrl } from '../../client/connection/index.ts';
import { flag, minutes, optionalPath, requiredText, text } from '../kit/index.ts';

/** Where the service is, for every action that talks to one. */
export const serviceInputs = {
  // Read before anything is logged about it: a URL that seems to contain a password is refused, and never logged.
  url: {
    ...requiredText('Address of the service, with its path prefix. Default is `$GOBBLER_URL`', {
      variable: 'GOBBLER_URL',
    }),
    parse: normaliseUrl,
  },
  staging: optionalPath('Where this machine sees the staging directory, if elsewhere than the service says'),
  registry: optionalPath('Where this machine sees the registry, if elsewhere than the service says'),
};

/** The inputs shared by all actions that change something in the service. */
export const requestInputs = {
  'timeout-minutes': minutes('Overall limit, in minutes or like `90s` or `2h`. 0 is no limit', 0),
  'lock-wait-minutes': minutes(
    'How long to go on trying while another request holds a lock, in minutes or like `90s` or `2h`',
    30,
  ),
  'show-summary': flag('Write a job summary', true),
};

/** As {@link requestInputs}, for requests that can be made for somebody else. */
export const spoofableInputs = {
  spoof: text('Act for this user, where the service allows it'),
  ...requestInputs,
};
