import type { Connection, VersionRef } from '../client/index.ts';
import type { SubmitOptions } from '../client/requests/index.ts';
import type { PendingReviews, Sizes, Snapshots } from './content/index.ts';
import type { Crumb, Html, Links, Part } from './markup/index.ts';
import { framed, name } from './markup/index.ts';

/** The result of a form of this site: the state of a version, and whether that form has brought it about. */
export interface Decision {
  readonly action: 'approved' | 'rejected' | 'validated';
  /** False if the same was decided elsewhere in the meantime; a version on probation may also have expired. */
  readonly isOwn: boolean;
  readonly ref: VersionRef;
  /** Of the content that it was about. */
  readonly digest: string;
  readonly at: Date;
}

/** Everything that the pages of one site share. */
export interface Site {
  readonly connection: Connection;
  readonly links: Links;
  readonly snapshots: Snapshots;
  readonly sizes: Sizes;
  readonly pendingReviews: PendingReviews;
  /** Part of every form. */
  readonly formSecret: string;
  /** The only project of the list of pending versions; undefined for all in which the user can approve. */
  readonly project: string | undefined;
  /** The account that decides; undefined if this machine has no name for it. */
  readonly user: string | undefined;
  /** The user to act for, if that is another one. */
  readonly spoof: string | undefined;
  readonly requireOtherApprover: boolean;
  readonly submitting: Omit<SubmitOptions, 'signal'>;
  /** The newest last. */
  readonly decisions: Decision[];
  /** Aborted when the site closes. */
  readonly signal: AbortSignal;
}

/** A page of the site. */
export function sitePage(site: Site, title: string, main: Part, crumbs: readonly Crumb[] = []): Html {
  const { links, connection, user } = site;
  return framed({ title, crumbs, links, service: connection.url, user }, main);
}

/** The way to a version, or to what is above it. */
export function crumbsTo(
  { links }: Site,
  { project, asset, version }: { project: string; asset?: string; version?: string },
  ...more: readonly Crumb[]
): readonly Crumb[] {
  const crumbs: Crumb[] = [
    { label: 'Projects', href: links.projects() },
    { label: name(project), href: links.project(project) },
  ];
  if (asset !== undefined) crumbs.push({ label: name(asset), href: links.asset({ project, asset }) });
  if (asset !== undefined && version !== undefined)
    crumbs.push({ label: name(version), href: links.version({ project, asset, version }) });
  crumbs.push(...more);
  const last = crumbs.at(-1);
  return last === undefined ? crumbs : [...crumbs.slice(0, -1), { label: last.label }];
}
