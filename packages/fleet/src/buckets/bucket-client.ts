import { setTimeout as wait } from 'node:timers/promises';
import { AwsClient } from 'aws4fetch';
import { codeOf } from 'submit-guard/fleet';
import { JobError } from '../errors/job-error.ts';
import type { BucketPlace } from '../targets/bucket.ts';
import { objectRefusal, refusalOf } from './bucket-error.ts';
import type { BucketObject } from './read-listing.ts';
import { errorCodeIn, readListing } from './read-listing.ts';

/** Attempts where the store is busy or away, and milliseconds before the second; twice as many before each further one. */
const mostAttempts = 5;
const firstPause = 200;

/** Milliseconds to wait for the beginning of an answer. */
const patience = 30_000;

/** Bytes of an answer that is no object. */
const longestAnswer = 16_777_216;

/** Reads a bucket. Credentials come from the standard variables, and go to its store and nowhere else; without any, it has to be public. */
export class BucketClient {
  readonly #place: BucketPlace;
  readonly #base: string;
  readonly #signer: AwsClient | undefined;

  constructor(place: BucketPlace, environment: Readonly<Record<string, string | undefined>>) {
    const region = environment['AWS_REGION'] ?? environment['AWS_DEFAULT_REGION'] ?? 'us-east-1';
    const [accessKeyId, secretAccessKey, sessionToken] = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'].map((name) => environment[name] ?? '');
    this.#place = place;
    this.#base = baseOf(place, region);
    this.#signer = accessKeyId && secretAccessKey ? new AwsClient({ accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }), service: 's3', region }) : undefined;
  }

  /**
   * Lists what begins with the prefix, page by page, in order of key.
   *
   * @throws {JobError} where the store refuses or cannot be reached.
   */
  async *list(): AsyncGenerator<readonly BucketObject[], void> {
    const goesInCircles = circleTest();
    const query = new URLSearchParams({ 'list-type': '2', 'encoding-type': 'url', 'max-keys': '1000', prefix: this.#place.prefix });
    for (;;) {
      const answer = await this.#ask(`${this.#base}?${query.toString()}`, {});
      const text = await textOf(answer);
      if (!answer.ok) throw refusalOf(errorCodeIn(text), answer.status, this.#signer !== undefined);
      const page = readListing(text);
      if (page === undefined) throw new JobError('what answers is no object store: its list of objects cannot be read');
      yield page.objects;
      if (page.next === undefined) return;
      if (goesInCircles(page.next)) throw new JobError('the object store gives parts of its list again and again, so that the list has no end');
      query.set('continuation-token', page.next);
    }
  }

  /**
   * The bytes of an object as it was when it was listed.
   *
   * @throws {ObjectError} where it cannot be read and others may be; `JobError` where the store refuses or cannot be reached.
   */
  async *read({ key, etag }: BucketObject): AsyncGenerator<Uint8Array, void> {
    const path = key.split('/').map((part) => encodeURIComponent(part).replaceAll(/[!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)).join('/');
    const answer = await this.#ask(`${this.#base}${path}`, etag === '' ? {} : { 'if-match': etag });
    if (!answer.ok) {
      const code = errorCodeIn(await textOf(answer));
      throw objectRefusal(code, answer.status) ?? refusalOf(code, answer.status, this.#signer !== undefined);
    }
    try {
      for await (const chunk of (answer.body ?? []) as AsyncIterable<Uint8Array>) yield chunk;
    } catch {
      throw new JobError('the object store ended a connection in the middle of an object');
    }
  }

  async #ask(url: string, headers: Readonly<Record<string, string>>): Promise<Response> {
    for (let attempt = 1; ; attempt++) {
      let answer: Response | undefined;
      let code = '';
      try {
        const request = await (this.#signer?.sign(url, { headers }) ?? new Request(url, { headers }));
        answer = await this.#begin(request);
        if (answer.status < 500 && answer.status !== 429) return answer;
      } catch (error) {
        code = error instanceof Error ? codeOf(error.cause) || codeOf(error) : '';
      }
      if (attempt === mostAttempts) {
        if (answer !== undefined) return answer;
        throw new JobError(`the object store cannot be reached${/^\w{1,40}$/.test(code) ? ` (${code})` : ''}`);
      }
      await answer?.body?.cancel();
      await wait(firstPause * 2 ** (attempt - 1));
    }
  }

  /** Waits for the beginning of an answer; for the rest of an object, as long as it takes. A redirection would lead credentials elsewhere. */
  async #begin(request: Request): Promise<Response> {
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), patience);
    try {
      return await fetch(request, { redirect: 'manual', signal: abort.signal });
    } finally {
      clearTimeout(timer);
    }
  }
}

/** Where the keys of a bucket begin: AWS has a host for each bucket whose name can be part of one, other stores a path. */
function baseOf({ bucket, endpoint }: BucketPlace, region: string): string {
  if (endpoint !== '') return `${endpoint}/${bucket}/`;
  const host = `s3.${/^[a-z0-9-]+$/.test(region) ? region : 'us-east-1'}.amazonaws.com`;
  return /^[a-z0-9][a-z0-9-]*$/.test(bucket) ? `https://${bucket}.${host}/` : `https://${host}/${bucket}/`;
}

/** Tells whether a token comes again, however many come in between (Brent's algorithm): one of them is remembered, for twice as long each time. */
function circleTest(): (token: string) => boolean {
  let remembered: string | undefined;
  let [left, span] = [1, 1];
  return (token) => {
    if (token === remembered) return true;
    if (--left === 0) {
      remembered = token;
      span *= 2;
      left = span;
    }
    return false;
  };
}

async function textOf(answer: Response): Promise<string> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of (answer.body ?? []) as AsyncIterable<Uint8Array>) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > longestAnswer) throw new JobError('what answers is no object store: it does not come to an end');
  }
  return text;
}
