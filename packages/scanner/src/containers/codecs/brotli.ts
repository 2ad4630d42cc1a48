import { brotliDecompressSync, constants, createBrotliDecompress } from 'node:zlib';
import { compressedFormat } from './compressed.ts';
import { decodes } from './decodes.ts';
import { outputSize, readThrough } from './transform-reader.ts';
import { zlibReason } from './zlib-reasons.ts';

/** RFC 7932. Brotli has no signature: the name says it, and the beginning has to be no text and to decode. */
export const brotli = compressedFormat({
  name: 'brotli',
  accepts: ({ bytes, path }) => /\.br$/i.test(path)
    && decodes(bytes, (head, maxOutputLength) => brotliDecompressSync(head, { finishFlush: constants.BROTLI_OPERATION_FLUSH, maxOutputLength })),
  atOnce: brotliDecompressSync,
  inOrder: (bytes) => readThrough(bytes, createBrotliDecompress({ chunkSize: outputSize }), zlibReason),
});
