import { normaliseUrl } from '../../client/connection/index.ts';
import { flag, minutes, optionalPath, requiredText, text } from '../kit/index.ts';

/** Where the service is, for every action that talks to one. */
export const serviceInputs = {
  // Read before anything is said about it: what looks like a password in it is refused, and never logged.
  url: { ...requiredText({ variable: 'GOBBLER_URL' }), parse: normaliseUrl },
  staging: optionalPath(),
  registry: optionalPath(),
};

/** What every action that asks the service to change something takes besides. */
export const requestInputs = {
  'timeout-minutes': minutes(0),
  'lock-wait-minutes': minutes(30),
  'show-summary': flag(true),
};

/** As {@link requestInputs}, for requests that can be made for somebody else. */
export const spoofableInputs = { spoof: text(), ...requestInputs };
