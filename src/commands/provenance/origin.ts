import type { ProvenanceFacts, ProvenanceOptions } from '../../client/index.ts';
import { isPlainMessage, LONGEST_MESSAGE, plainFacts } from '../../client/provenance/index.ts';
import { gobblerError } from '../../errors/index.ts';
import { host, line, text, type Values } from '../kit/index.ts';
import { packageVersion } from '../package/index.ts';
import { environmentFacts } from './environment-facts.ts';
import { gitFacts } from './git-facts.ts';

/** For whatever publishes a version. */
export const provenanceInputs = {
  provenance: text(
    'Also publish a file of this name, like `provenance.json`, that states repository, commit, ref, workflow, run, actor and user of the upload as an in-toto statement, not signed',
  ),
  message: text('Why this version is published, for its provenance file; may have several lines'),
};

/** Where this process publishes from. */
export interface Origin {
  readonly facts: ProvenanceFacts;
  /** With the same facts, if a provenance file is to be published. */
  readonly provenance: ProvenanceOptions | undefined;
}

/**
 * The facts of this process: from the environment and, for a provenance file that is published outside of a workflow, from
 * the clone that the current directory is in. Code `invalid-input` for a message that cannot be in a
 * provenance file, or without one.
 */
export async function findOrigin({
  provenance: file,
  message: given,
}: Values<typeof provenanceInputs>): Promise<Origin> {
  const message = given?.replaceAll('\r\n', '\n');
  const startedOn = new Date().toISOString();
  const found = environmentFacts();
  if (file === undefined) {
    if (message !== undefined) throw gobblerError('message-unpublished', {});
    return { facts: plainFacts({ ...found, startedOn, actionVersion: '' }).facts, provenance: undefined };
  }
  if (message !== undefined && !isPlainMessage(message))
    throw gobblerError('message-unfit', { length: message.length, mostCharacters: LONGEST_MESSAGE });
  const ofClone = found.place === 'workflow' ? {} : await gitFacts(host().places.base);
  const all = { ...found, ...ofClone, startedOn, actionVersion: packageVersion(), message };
  const { facts, leftOut } = plainFacts(all);
  if (leftOut.length > 0)
    line(
      `${file} leaves out ${leftOut.join(', ')}: not UTF-8, with control characters, too long, or not of the expected form`,
    );
  return { facts, provenance: { file, facts } };
}
