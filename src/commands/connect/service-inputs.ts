import { normaliseUrl } from '../../client/connection/index.ts';
import { flag, minutes, optionalPath, requiredText, text } from '../kit/index.ts';

/** Where the service is, for every action that talks to one. */
export const serviceInputs = {
  // Read before anything is logged about it: a URL that seems to contain a password is refused, and never logged.
  url: { ...requiredText({ variable: 'GOBBLER_URL' }), parse: normaliseUrl },
  staging: optionalPath(),
  registry: optionalPath(),
};

/** The inputs shared by all actions that change something in the service. */
export const requestInputs = {
  'timeout-minutes': minutes(0),
  'lock-wait-minutes': minutes(30),
  'show-summary': flag(true),
};

/** As {@link requestInputs}, for requests that can be made for somebody else. */
export const spoofableInputs = { spoof: text(), ...requestInputs };
