import { documentKind } from './media-types.ts';

/** What a server answered. */
export interface WebResource {
  readonly method: string;
  /** Where it came from in the end, behind redirects; without a fragment. */
  readonly url: URL;
  readonly status: number;
  /** Media type in small letters, without parameters; '' where the server gives none. */
  readonly type: string;
  /** As the server names it, in small letters; '' where it does not. */
  readonly charset: string;
  /** What the `SourceMap` header says (ECMA-426, section 11.1.2.1). */
  readonly sourceMap: string | undefined;
  /** Decompressed. */
  readonly bytes: Buffer;
}

const extensions = { page: 'html', style: 'css', script: 'js', data: 'json', other: '' };

/** A name that says what kind of document a resource is: readers and parsers go by that. */
export function documentName({ url, type }: Pick<WebResource, 'url' | 'type'>): string {
  const path = decoded(url.pathname).replace(/^\/+/, '');
  const kind = documentKind(type, path);
  const extension = extensions[kind];
  return extension === '' || documentKind('', path) === kind ? path || 'index' : `${path}${path === '' || path.endsWith('/') ? 'index' : ''}.${extension}`;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/**
 * The bytes of a resource in UTF-8 where the server says that they are in another encoding; else as they came. A byte-order mark says
 * more than the server does (WHATWG Encoding, section 6), and readers see it.
 */
export function readableBytes({ bytes, charset }: Pick<WebResource, 'bytes' | 'charset'>): Buffer {
  if (charset === '' || charset === 'utf-8' || charset === 'utf8' || hasMark(bytes)) return bytes;
  try {
    return Buffer.from(new TextDecoder(charset).decode(bytes));
  } catch {
    return bytes;
  }
}

function hasMark(bytes: Buffer): boolean {
  const [first, second, third] = bytes;
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || (first === 0xef && second === 0xbb && third === 0xbf);
}
