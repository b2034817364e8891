import { type Connection, GobblerError, type VersionRef } from '../../client/index.ts';
import { requireStaging } from '../../client/requests/index.ts';
import { type Compared, readOne } from '../../client/review/index.ts';
import { formatBytes, formatNumberOf } from '../../commands/kit/index.ts';
import { formatRef } from '../../protocol/index.ts';
import { type Check, type Comparison, checkVersion, type Snapshot } from '../content/index.ts';
import { facts, type Html, html, name } from '../markup/index.ts';
import { crumbsTo, type Site, sitePage } from '../site.ts';
import { changesTable, changesText } from './changes-page.ts';
import { compareWith, incomparableNotice, latestOf, otherIn } from './compared.ts';
import { decisionBox } from './decision-box.ts';
import { metadataSection } from './metadata-section.ts';
import { decisionText } from './notices.ts';
import { provenanceSection } from './provenance-section.ts';

/** The largest changes that the page of a version lists itself. */
const MOST_CHANGES = 25;

/** Versions with more entries are checked on request. */
const MOST_CHECKED = 20_000;

/** How long the page looks at links, unless it is asked to check. */
const LINKS_BUDGET_MS = 3000;

/** A version: facts, checks, changes, and the decision if it is on probation. Reads it anew from the service. */
export async function versionPage(site: Site, ref: VersionRef, query: URLSearchParams): Promise<Html> {
  const { connection, links, signal } = site;
  const snapshot = await site.snapshots.take(ref, signal);
  const latest = await latestOf(site, ref);
  const compared = await compareWith(site, snapshot, otherIn(query) ?? latest);
  const isAsked = query.get('checks') === '1';
  const isChecked = isAsked || snapshot.manifest.size <= MOST_CHECKED;
  const budgetMs = isAsked ? Number.POSITIVE_INFINITY : LINKS_BUDGET_MS;
  const checks = isChecked ? await checkVersion(connection, snapshot, { budgetMs, signal }) : undefined;
  const unusable = await stagingProblem(connection);
  const { summary } = snapshot;
  const main = html`<h1>${name(formatRef(ref))} ${stateBadge(snapshot, latest.value)}</h1>
${decidedNotice(site, snapshot)}
${versionFacts(snapshot)}
<p><a href="${links.files(ref)}">All files</a> · <a href="${links.manifest(ref)}">Download the manifest</a></p>
${await sectionOf('Description', metadataSection(site, snapshot))}
${await sectionOf('Provenance', provenanceSection(site, snapshot, { isChecked: query.get('provenance') === '1' }))}
${changesSection(site, snapshot, compared, latest.value)}
${checksSection(site, snapshot, checks, unusable === undefined)}
${summary.onProbation ? await decisionBox(site, snapshot, unusable) : undefined}`;
  return sitePage(site, formatRef(ref), main, crumbsTo(site, ref));
}

/** The error of every request to the service from here; undefined if this user can make files in staging. */
async function stagingProblem(connection: Connection): Promise<GobblerError | undefined> {
  try {
    await requireStaging(connection);
    return undefined;
  } catch (error) {
    if (error instanceof GobblerError && error.code === 'staging-unavailable') return error;
    throw error;
  }
}

/** A section, or why its file cannot be read. */
async function sectionOf(heading: string, section: Promise<Html | undefined>): Promise<Html | undefined> {
  const { value, error } = await readOne(section);
  return error === undefined ? value : html`<h2>${heading}</h2><p>It cannot be read: ${error.message}</p>`;
}

function stateBadge({ ref, summary }: Snapshot, latest: string | undefined): Html {
  if (summary.onProbation) return html`<span class="badge wait">on probation</span>`;
  if (latest === ref.version) return html`<span class="badge good">latest version</span>`;
  return html`<span class="badge">approved</span>`;
}

function versionFacts({ summary, content, storedBytes, digest }: Snapshot): Html {
  return facts([
    ['Uploaded by', name(summary.uploadUserId)],
    ['Upload finished', html`<time datetime="${summary.uploadFinish}">${summary.uploadFinish}</time>`],
    ['Content', `${formatNumberOf(content.files, 'file')}, ${formatBytes(content.bytes)}`],
    ['Stored anew in the registry', formatBytes(storedBytes)],
    ['Manifest digest', html`<code>${digest}</code>`],
  ]);
}

/** Says what was decided here, if that is the state of the version. */
function decidedNotice({ decisions }: Site, { ref, summary, digest }: Snapshot): Html | undefined {
  const last = decisions.findLast((decision) => formatRef(decision.ref) === formatRef(ref));
  if (last === undefined || last.action !== 'approved' || summary.onProbation || last.digest !== digest)
    return undefined;
  return html`<section class="notice ${last.isOwn ? 'good' : 'wait'}" role="status"><p>${decisionText(last, 'this content')}</p></section>`;
}

function changesSection(
  site: Site,
  { ref }: Snapshot,
  compared: Compared<Comparison>,
  latest: string | undefined,
): Html {
  const { comparison } = compared;
  if (comparison === undefined) {
    const why =
      latest === undefined
        ? 'The asset has no latest version, so that all files are new.'
        : 'This is the latest version. Compare it with another one by name.';
    return html`<h2>Changes</h2>${incomparableNotice(compared) ?? html`<p>${why}</p>`}${compareForm(site, ref)}`;
  }
  const { before, changes } = comparison;
  const earlier = before.ref.version;
  const query = earlier === latest ? {} : { with: earlier };
  const all =
    changes.length > MOST_CHANGES
      ? html`<p><a href="${site.links.changes(ref, query)}">All ${formatNumberOf(changes.length, 'change')}, with search</a></p>`
      : undefined;
  return html`<h2>Changes since ${name(earlier)}${earlier === latest ? ', the latest version' : ''}</h2>
${changesText(comparison)}
${changes.length === 0 ? undefined : changesTable(site, comparison, changes.slice(0, MOST_CHANGES))}
${all}${compareForm(site, ref)}`;
}

function compareForm({ links }: Site, ref: VersionRef): Html {
  return html`<form method="get" action="${links.version(ref)}" class="search"><label>Compare with another version of the asset <input type="text" name="with" required autocomplete="off" spellcheck="false"></label><button>Compare</button></form>`;
}

const OUTCOMES = {
  passed: html`<span class="badge good">passed</span>`,
  failed: html`<span class="badge bad">failed</span>`,
  unknown: html`<span class="badge wait">unknown</span>`,
};

function checksSection(
  site: Site,
  { ref, digest, manifest }: Snapshot,
  checks: readonly Check[] | undefined,
  canSend: boolean,
): Html {
  const validated = site.decisions.findLast(
    (decision) =>
      decision.action === 'validated' &&
      formatRef(decision.ref) === formatRef(ref) &&
      decision.digest === digest,
  );
  const found =
    checks === undefined
      ? html`<li>${formatNumberOf(manifest.size, 'entry', 'entries')} are not checked by themselves: <a href="${site.links.version(ref, { checks: 1 })}">check them now</a></li>`
      : checks.map(
          ({ title, outcome, sentence, examples }) =>
            html`<li>${OUTCOMES[outcome]} <strong>${title}.</strong> ${sentence}${
              outcome === 'unknown'
                ? html` <a href="${site.links.version(ref, { checks: 1 })}">Check again</a>`
                : undefined
            }${
              examples.length === 0
                ? undefined
                : html`<ul>${examples.map((path) => html`<li>${name(path)}</li>`)}</ul>`
            }</li>`,
        );
  const validation =
    validated === undefined
      ? html`<li><span class="badge">not run</span> <strong>Validated.</strong> The service can compare the bytes of every file with the manifest, for its administrators.${
          canSend
            ? html`
<form method="post" action="${site.links.decision('validate', ref)}"><input type="hidden" name="secret" value="${site.formSecret}"><button>Validate</button></form>`
            : undefined
        }</li>`
      : html`<li>${OUTCOMES.passed} <strong>Validated.</strong> The service has compared every byte at ${validated.at.toTimeString().slice(0, 8)}.</li>`;
  return html`<h2>Checks</h2><ul class="checks">${found}${validation}</ul>`;
}
