import { constants, createInflate, inflateSync } from 'node:zlib';
import { compressedFormat } from './compressed.ts';
import { decodes } from './decodes.ts';
import { outputSize, readThrough } from './transform-reader.ts';
import { zlibReason } from './zlib-reasons.ts';

/**
 * RFC 1950. Two bytes are no signature to rely on (`x^` begins texts, too): what follows has to decode. git keeps loose objects so.
 */
export const zlib = compressedFormat({
  name: 'zlib',
  accepts: ({ bytes }) => bytes[0] === 0x78 && bytes.length > 2 && bytes.readUInt16BE(0) % 31 === 0 && ((bytes[1] ?? 0) & 0x20) === 0
    && decodes(bytes, (head, maxOutputLength) => inflateSync(head, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength })),
  atOnce: inflateSync,
  inOrder: (bytes) => readThrough(bytes, createInflate({ chunkSize: outputSize }), zlibReason),
});
