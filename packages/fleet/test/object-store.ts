import { createHash, createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** What a store answers instead of what it was asked for. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
}

/** A store with one bucket, `logs`, that pages its lists after two keys; it ends with the test. */
export interface ObjectStore {
  readonly url: string;
  /** What requests have to be signed with. */
  readonly secret: string;
  readonly objects: Map<string, string | Buffer>;
  /** Keys in the order in which objects were read. */
  readonly read: string[];
  /** Access keys and session tokens that came with requests. */
  readonly credentials: Set<string>;
  /** Refuses what it returns something for. */
  refuse: (key: string, count: number) => Refusal | undefined;
  /** The list has no end: behind its last part comes the first again. */
  goesInCircles: boolean;
}

export async function startObjectStore(objects: Readonly<Record<string, string | Buffer>> = {}): Promise<ObjectStore> {
  let count = 0;
  const server = createServer((request, response) => answer(store, request, response, ++count));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const store: ObjectStore = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, secret: 'word-of-the-test', objects: new Map(Object.entries(objects)), read: [], credentials: new Set(), refuse: () => undefined, goesInCircles: false,
  };
  return store;
}

function answer(store: ObjectStore, { url = '', headers }: IncomingMessage, response: ServerResponse, count: number): void {
  const { pathname, searchParams } = new URL(url, store.url);
  const [, bucket = '', ...rest] = pathname.split('/');
  const key = decodeURIComponent(rest.join('/'));
  store.credentials.add(/Credential=([^/]+)/.exec(headers.authorization ?? '')?.[1] ?? 'none');
  if (typeof headers['x-amz-security-token'] === 'string') store.credentials.add(headers['x-amz-security-token']);
  if (headers.authorization !== undefined && !isSigned(url, headers, store.secret)) return fail(response, { status: 403, code: 'SignatureDoesNotMatch' });
  const refusal = bucket === 'logs' ? store.refuse(key, count) : { status: 404, code: 'NoSuchBucket' };
  if (refusal !== undefined) return fail(response, refusal);
  if (key === '') {
    response.end(listing(store, searchParams));
    return;
  }
  const content = store.objects.get(key);
  if (content === undefined) return fail(response, { status: 404, code: 'NoSuchKey' });
  if (headers['if-match'] !== undefined && headers['if-match'] !== etagOf(content)) return fail(response, { status: 412, code: 'PreconditionFailed' });
  store.read.push(key);
  response.end(content);
}

/** Signs a request once more (AWS Signature Version 4, "Create a signed request"): whether it is what the secret makes of it. */
function isSigned(url: string, headers: IncomingMessage['headers'], secret: string): boolean {
  const [, date = '', region = '', names = '', signature = ''] = /Credential=[^/]+\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})/.exec(headers.authorization ?? '') ?? [];
  const { pathname, searchParams } = new URL(url, 'http://host');
  const encoded = (text: string): string => encodeURIComponent(text).replaceAll(/[!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
  const path = pathname.split('/').map((part) => encoded(decodeURIComponent(part))).join('/');
  const query = [...searchParams].map(([name, value]) => `${encoded(name)}=${encoded(value)}`).sort().join('&');
  const signed = names.split(';').map((name) => `${name}:${String(headers[name]).trim()}\n`).join('');
  const canonical = ['GET', path, query, signed, names, headers['x-amz-content-sha256']].join('\n');
  const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
  const text = ['AWS4-HMAC-SHA256', headers['x-amz-date'], `${date}/${region}/s3/aws4_request`, hash(canonical)].join('\n');
  const key = [date, region, 's3', 'aws4_request'].reduce((last: string | Buffer, part) => createHmac('sha256', last).update(part).digest(), `AWS4${secret}`);
  return createHmac('sha256', key).update(text).digest('hex') === signature;
}

function fail(response: ServerResponse, { status, code }: Refusal): void {
  response.writeHead(status, { 'content-type': 'application/xml' }).end(code === '' ? '' : `<?xml version="1.0"?><Error><Code>${code}</Code><Message>No.</Message></Error>`);
}

function listing({ objects, goesInCircles }: ObjectStore, query: URLSearchParams): string {
  const keys = [...objects.keys()].filter((key) => key.startsWith(query.get('prefix') ?? '')).sort();
  const from = Number(query.get('continuation-token') ?? '0');
  const page = keys.slice(from, from + 2).map((key) => {
    const content = objects.get(key) ?? '';
    return `<Contents><Key>${encodeURIComponent(key).replaceAll('%20', '+')}</Key><ETag>${etagOf(content).replaceAll('"', '&quot;')}</ETag><Size>${Buffer.byteLength(content)}</Size><Owner><ID>1</ID></Owner></Contents>`;
  });
  const isTruncated = goesInCircles || from + 2 < keys.length;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>logs</Name>${page.join('')}`
    + `<EncodingType>url</EncodingType><IsTruncated>${String(isTruncated)}</IsTruncated>${isTruncated ? `<NextContinuationToken>${from + 2 < keys.length ? from + 2 : 0}</NextContinuationToken>` : ''}</ListBucketResult>`;
}

function etagOf(content: string | Buffer): string {
  return `"${createHash('md5').update(content).digest('hex')}"`;
}
