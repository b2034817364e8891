import type { AssetRef, VersionRef } from '../../protocol/index.ts';

/** The members of a query; undefined and empty ones are left out. */
export type Query = Readonly<Record<string, string | number | undefined>>;

/** The page of one file: its content, or the comparison with the latest version. */
export type FileView = 'file' | 'compare' | 'image' | 'download';

/** Addresses within the site, each below the secret path. */
export class Links {
  readonly #base: string;

  /** `secret` is one segment of a path. */
  constructor(secret: string) {
    this.#base = `/${secret}`;
  }

  readonly pending = (query: Query = {}): string => this.#to([], query);
  readonly stylesheet = (): string => this.#to(['style.css']);
  readonly projects = (query: Query = {}): string => this.#to(['projects'], query);
  readonly project = (project: string, query: Query = {}): string => this.#to(['project', project], query);
  readonly asset = ({ project, asset }: AssetRef, query: Query = {}): string =>
    this.#to(['asset', project, asset], query);
  readonly version = (ref: VersionRef, query: Query = {}): string => this.#toVersion('version', ref, query);
  readonly changes = (ref: VersionRef, query: Query = {}): string => this.#toVersion('changes', ref, query);
  readonly files = (ref: VersionRef, query: Query = {}): string => this.#toVersion('files', ref, query);
  readonly manifest = (ref: VersionRef): string => this.#toVersion('manifest', ref);
  readonly decision = (action: 'approve' | 'reject' | 'validate', ref: VersionRef): string =>
    this.#toVersion(action, ref);
  readonly file = (view: FileView, ref: VersionRef, path: string, query: Query = {}): string =>
    this.#to([view, ref.project, ref.asset, ref.version, ...path.split('/')], query);

  #toVersion(page: string, { project, asset, version }: VersionRef, query: Query = {}): string {
    return this.#to([page, project, asset, version], query);
  }

  #to(segments: readonly string[], query: Query = {}): string {
    const search = new URLSearchParams();
    for (const [key, value] of Object.entries(query))
      if (value !== undefined && value !== '') search.set(key, String(value));
    const path = segments.map((segment) => encodeURIComponent(segment.toWellFormed())).join('/');
    return `${this.#base}/${path}${search.size === 0 ? '' : `?${search}`}`;
  }
}
