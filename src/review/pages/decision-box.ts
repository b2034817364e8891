import { approveCommand, findMaintainers } from '../../commands/versions/index.ts';
import { type GobblerError, maintainersText } from '../../errors/index.ts';
import { formatRef } from '../../protocol/index.ts';
import type { Snapshot } from '../content/index.ts';
import { type Html, html, name } from '../markup/index.ts';
import type { Site } from '../site.ts';

/**
 * The forms by which a version is approved or rejected: pinned to the content that the page shows. If the staging directory
 * is `unusable`, that error and the command instead.
 */
export async function decisionBox(
  site: Site,
  snapshot: Snapshot,
  unusable: GobblerError | undefined,
): Promise<Html> {
  const { connection, links, formSecret, user, signal } = site;
  const { ref, digest, summary } = snapshot;
  const { uploadUserId: uploader } = summary;
  const maintainers = await findMaintainers(connection, ref.project, signal);
  const command = approveCommand({ connection, ref, digest });
  const isOwn = user === uploader;
  const intro = html`<p>${name(uploader)} has uploaded this version. ${
    user === undefined
      ? 'You are a user without a name on this machine.'
      : html`You are ${name(user)}${isOwn ? ', the same account' : ''}.`
  } It can be approved by ${maintainersText(maintainers)}.</p>
${isOwn && site.requireOtherApprover ? html`<p><strong>This site requires another approver than the uploader.</strong></p>` : undefined}`;
  const secrets = html`<input type="hidden" name="secret" value="${formSecret}"><input type="hidden" name="digest" value="${digest}">`;
  const byCommand = html`<p>To approve the same content in a shell where ${name(connection.serviceStaging)} is mounted:</p><div class="scroll" role="region" aria-label="Command" tabindex="0"><pre><code>${command}</code></pre></div>`;
  if (unusable !== undefined)
    return html`<section class="box" aria-labelledby="decide"><h2 id="decide">Decide</h2>${intro}
<p><strong>You cannot decide here:</strong> ${unusable.message}. A decision is a file in that directory: start <code>gobbler review</code> where you can write to it, or name its place on this machine with <code>--staging</code>.</p>
${byCommand}</section>`;
  return html`<section class="box" aria-labelledby="decide"><h2 id="decide">Decide</h2>${intro}
<div class="columns">
<form class="decision" method="post" action="${links.decision('approve', ref)}"><h3>Approve</h3>
<p>Approves exactly the content that this page shows; if it has been replaced meanwhile, nothing is approved.</p>
${secrets}<button class="approve">Approve ${name(formatRef(ref))}</button></form>
<form class="decision" method="post" action="${links.decision('reject', ref)}"><h3>Reject</h3>
<p>Removes the version and its files from the registry, for good.</p>
${secrets}<label>Type the version, <strong>${name(ref.version)}</strong>, to confirm
<input type="text" name="version" required autocomplete="off" autocapitalize="off" spellcheck="false"></label>
<button class="reject">Reject ${name(formatRef(ref))}</button></form>
</div>
${byCommand}</section>`;
}
