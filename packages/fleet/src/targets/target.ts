import type { BucketPlace } from './bucket.ts';

/** A repository, or a part of a bucket, that is to be scanned. Plain data that holds no credentials. */
export interface Target {
  /** What reports call it: `/`-separated, unique in a fleet, the first part of the paths of its findings. */
  readonly name: string;
  readonly place: Place;
}

/** Where a repository is. */
export type Place =
  /** A clone or a bare repository on this machine; absolute. */
  | { readonly kind: 'folder'; readonly path: string }
  /** What `git clone` takes: `https://host/owner/name.git`, `ssh://git@host/owner/name`, `git@host:owner/name`, `file:///path`. */
  | { readonly kind: 'url'; readonly url: string }
  | BucketPlace;

/** A target that is a repository. */
export interface RepositoryTarget extends Target {
  readonly place: Exclude<Place, BucketPlace>;
}

const schemes: ReadonlySet<string> = new Set(['https:', 'http:', 'ssh:', 'git:', 'file:']);

/** Whether a word is the address of a repository and not a path. */
export function isAddress(word: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(word) || /^[\w.-]+@[\w.-]+:[^\\]/.test(word);
}

/**
 * Reads the address of a repository.
 *
 * @returns why it is none that can be scanned, as the end of a sentence, where it is not.
 */
export function parseAddress(address: string): { readonly target: Target } | { readonly problem: string } {
  // eslint-disable-next-line no-control-regex -- these are the characters it is about
  if (/[\s\u0000-\u001f\u007f]/.test(address)) return { problem: 'holds blanks or control characters' };
  const short = /^[\w.-]+@([\w.-]+):(.+)$/.exec(address);
  if (short !== null && !address.includes('://')) return named(`${short[1] ?? ''}/${short[2] ?? ''}`, address);
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return { problem: 'is not an address' };
  }
  if (!schemes.has(url.protocol)) return { problem: `has the scheme ${url.protocol.slice(0, 20)}, and not https, ssh, git or file` };
  if (url.password !== '' || (url.username !== '' && url.protocol.startsWith('http'))) {
    return { problem: 'holds credentials. Leave them out, and let git have them from a credential helper or an SSH agent' };
  }
  return named(`${url.hostname}${decodedPath(url)}`, address);
}

function decodedPath({ pathname }: URL): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname;
  }
}

function named(words: string, url: string): { readonly target: Target } | { readonly problem: string } {
  const name = nameOf(words);
  return name === '' ? { problem: 'names no repository' } : { target: { name, place: { kind: 'url', url } } };
}

/** A name out of a path: without what would lead elsewhere, and without `.git` at its end. */
export function nameOf(path: string): string {
  // eslint-disable-next-line no-control-regex -- names are printed and are parts of paths
  const parts = path.replaceAll(/[\u0000-\u001f\u007f\\]/g, '-').split('/').filter((part) => part !== '' && part !== '.' && part !== '..');
  const last = parts.pop() ?? '';
  return [...parts, last.replace(/(?<=.)\.git$/, '')].filter((part) => part !== '').join('/');
}

/** The host that a repository is fetched from; `undefined` where there is none to be spared. */
export function hostOf({ place }: Target): string | undefined {
  if (place.kind !== 'url') return undefined;
  const short = /^[\w.-]+@([\w.-]+):/.exec(place.url);
  if (short !== null && !place.url.includes('://')) return short[1]?.toLowerCase();
  const { hostname } = new URL(place.url);
  return hostname === '' ? undefined : hostname.toLowerCase();
}
