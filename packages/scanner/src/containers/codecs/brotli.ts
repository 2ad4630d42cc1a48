import { isUtf8 } from 'node:buffer';
import { brotliDecompressSync, constants, createBrotliDecompress } from 'node:zlib';
import { compressedFormat } from './compressed.ts';
import { decodes } from './decodes.ts';
import { outputSize, readThrough } from './transform-reader.ts';

/** Characters that no text holds. */
// eslint-disable-next-line no-control-regex -- these are the characters it is about
const unprintable = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f]/;

/** RFC 7932. Brotli has no signature: the name says it, and the beginning has to be no text and to decode. */
export const brotli = compressedFormat(
  'brotli',
  ({ bytes, path }) => /\.br$/i.test(path) && (!isUtf8(bytes) || unprintable.test(bytes.toString('latin1')))
    && decodes(bytes, (head, maxOutputLength) => brotliDecompressSync(head, { finishFlush: constants.BROTLI_OPERATION_FLUSH, maxOutputLength })),
  (bytes) => readThrough(bytes, createBrotliDecompress({ chunkSize: outputSize }), (code) => (code === 'Z_BUF_ERROR' ? 'is cut short' : 'is damaged')),
);
