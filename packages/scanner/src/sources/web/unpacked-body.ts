import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import type { ByteReader } from '../../containers/byte-reader.ts';
import { fill, prefixed } from '../../containers/byte-reader.ts';
import { readThrough } from '../../containers/codecs/transform-reader.ts';
import { zlibReason } from '../../containers/codecs/zlib-reasons.ts';
import { zstandardReader } from '../../containers/codecs/zstandard.ts';

type Decoder = (packed: ByteReader, first: number) => ByteReader;

const gzip: Decoder = (packed) => readThrough(packed, createGunzip(), zlibReason);

/** Content codings (RFC 9110, section 8.4.1) that browsers take. */
const decoders: Readonly<Record<string, Decoder>> = {
  gzip,
  'x-gzip': gzip,
  // Some servers leave out the two bytes of RFC 1950 in front, which browsers do not mind.
  deflate: (packed, first) => readThrough(packed, (first & 0x0f) === 8 ? createInflate() : createInflateRaw(), zlibReason),
  br: (packed) => readThrough(packed, createBrotliDecompress(), zlibReason),
  zstd: (packed) => zstandardReader(packed),
};

/** What a server may compress with, as a request says so. */
export const contentCodings = 'gzip, deflate, br, zstd';

/**
 * The bytes of an answer without its content codings; with one that nobody knows, as they came, which is what browsers do.
 *
 * @param codings - of the `Content-Encoding` header; the last was applied last.
 * @returns a reader that throws a `ContainerError` where the compressed form is damaged or has no end.
 */
export function unpackedBody(body: ByteReader, codings: string): ByteReader {
  return codings.toLowerCase().split(',').map((coding) => coding.trim()).reduceRight((reader, coding) => {
    const decoder = Object.hasOwn(decoders, coding) ? decoders[coding] : undefined;
    return decoder === undefined ? reader : decoded(reader, decoder);
  }, body);
}

/** A body without a byte comes to nothing, whatever it is called. */
function decoded(packed: ByteReader, decoder: Decoder): ByteReader {
  let reader: ByteReader | undefined;
  return {
    async read(target) {
      if (reader === undefined) {
        const first = new Uint8Array(1);
        const length = await fill(packed, first);
        reader = length === 0 ? packed : decoder(prefixed(first, packed), first[0] ?? 0);
      }
      return reader.read(target);
    },
    close() {
      reader?.close?.();
    },
  };
}
