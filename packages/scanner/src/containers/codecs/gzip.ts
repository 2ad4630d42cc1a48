import { createGunzip, gunzipSync } from 'node:zlib';
import { compressedFormat } from './compressed.ts';
import { outputSize, readThrough } from './transform-reader.ts';
import { zlibReason } from './zlib-reasons.ts';

const reservedFlags = 0xe0;

/** RFC 1952: one member or several, one behind the other. */
export const gzip = compressedFormat({
  name: 'gzip',
  accepts: ({ bytes }) => bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8 && ((bytes[3] ?? 0) & reservedFlags) === 0,
  atOnce: gunzipSync,
  inOrder: (bytes) => readThrough(bytes, createGunzip({ chunkSize: outputSize }), zlibReason),
});
