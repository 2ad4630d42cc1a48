import { Parser } from 'htmlparser2';

/** An object as a listing tells of it. */
export interface BucketObject {
  readonly key: string;
  /** Another one where the content is another one; as the store gives it, with quotes. */
  readonly etag: string;
  /** Bytes. */
  readonly size: number;
}

/** A page of a listing. */
export interface ListingPage {
  readonly objects: readonly BucketObject[];
  /** What the next page is asked for with; `undefined` behind the last. */
  readonly next: string | undefined;
}

/**
 * Reads an answer to `ListObjectsV2` with `encoding-type=url` (Amazon S3 API reference).
 *
 * @returns `undefined` where it is none, or not whole.
 */
export function readListing(xml: string): ListingPage | undefined {
  const listed: ReadonlyMap<string, string>[] = [];
  const page = new Map<string, string>();
  const path: string[] = [];
  let words = new Map<string, string>();
  let text = '';
  const state = { isWhole: false };
  const parser = new Parser({
    onopentag(name) {
      path.push(name);
      text = '';
      if (path.length === 2) words = new Map();
    },
    ontext(part) {
      text += part;
    },
    onclosetag(name, isImplied) {
      const [root, child = '', ...deeper] = path;
      path.pop();
      if (isImplied || root !== 'ListBucketResult') return;
      if (child === '') state.isWhole = true;
      else if (deeper.length === 1) words.set(name, text);
      else if (deeper.length > 1) return;
      else if (child === 'Contents') listed.push(words);
      else page.set(name, text);
    },
  }, { xmlMode: true, decodeEntities: true });
  parser.end(xml);
  const objects = listed.flatMap((each) => objectOf(each, page.get('EncodingType') === 'url') ?? []);
  const next = page.get('IsTruncated') === 'true' ? page.get('NextContinuationToken') ?? '' : undefined;
  // Whoever took half a list for a whole one would call clean what nobody has read.
  return state.isWhole && objects.length === listed.length && next !== '' ? { objects, next } : undefined;
}

function objectOf(words: ReadonlyMap<string, string>, isEncoded: boolean): BucketObject | undefined {
  const [key, size] = [words.get('Key'), Number(words.get('Size') ?? NaN)];
  return key === undefined || Number.isNaN(size) ? undefined : { key: isEncoded ? decoded(key) : key, etag: words.get('ETag') ?? '', size };
}

/** Keys are percent-encoded, with `+` for a blank. */
function decoded(key: string): string {
  try {
    return decodeURIComponent(key.replaceAll('+', ' '));
  } catch {
    return key;
  }
}

/** The code in an answer that tells of an error; '' where there is none. */
export function errorCodeIn(xml: string): string {
  return /<Code>\s*(\w{1,80})\s*<\/Code>/.exec(xml)?.[1] ?? '';
}
