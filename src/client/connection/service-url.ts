import { type FactsOf, type GobblerError, gobblerError } from '../../errors/index.ts';

/**
 * The base URL in the one form used everywhere: without trailing slashes, which would turn every request into a
 * redirect (protocol §20 T1). Code `invalid-input` if it is not an http(s) URL.
 */
export function normalizeUrl(url: string): string {
  // A string that is not an address may contain a secret.
  const refuse = (found: FactsOf<'bad-url'>['found']): GobblerError =>
    gobblerError('bad-url', { found, ...(/[@?]/.test(url) ? {} : { url }) });
  if (!/^https?:\/\//i.test(url)) throw refuse('no-scheme');
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    throw refuse('no-url');
  }
  if (parsed.username !== '' || parsed.password !== '') throw refuse('password');
  if (parsed.search !== '' || parsed.hash !== '') throw refuse('query');
  return `${parsed.origin}${parsed.pathname.replace(/\/{2,}/g, '/').replace(/\/$/, '')}`;
}

/** The address of something in the registry under `/fetch`, each segment percent-encoded by itself. Protocol §5.2. */
export function fetchUrl({ url }: { readonly url: string }, registryPath: string): string {
  return `${url}/fetch/${registryPath.split('/').map(encodeURIComponent).join('/')}`;
}

/** The address of a file: `index.html` is only served under the name of its directory. Protocol §5.2, §20 T11. */
export function addressOf(service: { readonly url: string }, registryPath: string): string {
  const [, directory] = /^(.*\/)index\.html$/.exec(registryPath) ?? [];
  return directory === undefined ? fetchUrl(service, registryPath) : fetchUrl(service, directory);
}
