/** Objects in a bucket of an S3-compatible store. Plain data that holds no credentials. */
export interface BucketPlace {
  readonly kind: 'bucket';
  readonly bucket: string;
  /** What the keys begin with; '' for all. Where it does not end with `/`, it may be the beginning of a name. */
  readonly prefix: string;
  /** Origin of the store, `https://host:port`; '' for AWS. */
  readonly endpoint: string;
  /** Globs of keys without the folder that the prefix names; none included means all. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Bytes of an object; a longer one is skipped. `undefined`: whatever its size. */
  readonly largest?: number | undefined;
}

/** How buckets are scanned: the same for all targets. */
export type BucketOptions = Pick<BucketPlace, 'endpoint' | 'include' | 'exclude' | 'largest'>;

/** Names of buckets (Amazon S3 user guide, "Bucket naming rules"); other stores take capital letters and `_`, too. */
const bucketName = /^[A-Za-z0-9][A-Za-z0-9._-]{1,254}$/;

export function isBucketAddress(word: string): boolean {
  return /^s3:/i.test(word);
}

/**
 * Reads `s3://bucket/prefix`.
 *
 * @returns why it is no such address, as the end of a sentence, where it is none.
 */
export function parseBucket(address: string, options: BucketOptions): { readonly name: string; readonly place: BucketPlace } | { readonly problem: string } {
  const [, bucket, prefix = ''] = /^s3:\/\/([^/]*)(?:\/(.*))?$/is.exec(address) ?? [];
  if (bucket === undefined || !bucketName.test(bucket)) return { problem: 'names no bucket: s3://bucket/prefix' };
  // eslint-disable-next-line no-control-regex -- these are the characters it is about
  if (/[\u0000-\u001f\u007f]/.test(prefix) || prefix.length > 1024) return { problem: 'has a prefix that no key begins with' };
  const parts = folderOf(prefix).split('/').filter((part) => part !== '' && part !== '.' && part !== '..');
  return { name: [bucket, ...parts].join('/'), place: { kind: 'bucket', bucket, prefix, ...options } };
}

/** The part of a prefix up to its last slash: what follows may be the beginning of a name, and belongs to the paths of objects. */
export function folderOf(prefix: string): string {
  return prefix.slice(0, prefix.lastIndexOf('/') + 1);
}

/**
 * The origin of a store of one's own.
 *
 * @returns `undefined` where a word names none: it has to be `http` or `https`, and hold no credentials and no path.
 */
export function parseEndpoint(word: string): string | undefined {
  try {
    const url = new URL(word);
    const isPlain = url.username === '' && url.password === '' && url.pathname === '/' && url.search === '' && url.hash === '';
    return isPlain && /^https?:$/.test(url.protocol) ? url.origin : undefined;
  } catch {
    return undefined;
  }
}
