import { GobblerError } from '../../protocol/index.ts';

/**
 * The base URL in the one form used everywhere: without trailing slashes, which would turn every request into a
 * redirect (protocol §20 T1). Code `invalid-input` if it is not an http(s) URL.
 */
export function normaliseUrl(url: string): string {
  const refuse = (found: string): GobblerError =>
    new GobblerError('invalid-input', `url should be like http://gobbler.example.org:8080, but ${found}`, {
      input: 'url',
      hint: 'Give the address of the service with its scheme, and with its path prefix if it has one.',
    });
  // A string that is not an address may contain a secret.
  const shown = /[@?]/.test(url) ? 'it' : JSON.stringify(url);
  if (!/^https?:\/\//i.test(url)) throw refuse(`${shown} has no http:// or https:// in front`);
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    throw refuse(`${shown} cannot be read as a URL`);
  }
  if (parsed.username !== '' || parsed.password !== '') throw refuse('it has a user name or password in it');
  if (parsed.search !== '' || parsed.hash !== '') throw refuse(`${shown} has a query or fragment`);
  return `${parsed.origin}${parsed.pathname.replace(/\/{2,}/g, '/').replace(/\/$/, '')}`;
}

/** Percent-encodes a registry path for `/fetch`, each segment by itself. Protocol §5.2. */
export function encodePath(registryPath: string): string {
  return registryPath.split('/').map(encodeURIComponent).join('/');
}

/** The address of something in the registry under `/fetch`. */
export function fetchUrl({ url }: { readonly url: string }, registryPath: string): string {
  return `${url}/fetch/${encodePath(registryPath)}`;
}

/** The address of a file: `index.html` is only served under the name of its directory. Protocol §5.2, §20 T11. */
export function addressOf(service: { readonly url: string }, registryPath: string): string {
  const [, directory] = /^(.*\/)index\.html$/.exec(registryPath) ?? [];
  return directory === undefined ? fetchUrl(service, registryPath) : fetchUrl(service, directory);
}
