import { latin1 } from '../encodings/latin-1.ts';
import type { Reader } from './reader.ts';
import { hasSignature, signature } from './signatures.ts';

/** First bytes of archives and compressed files, as their specifications give them. */
export const archiveSignatures = [
  signature('PK\x03\x04'), signature('PK\x05\x06'), signature('\x1f\x8b'), signature('BZh'), signature('\xfd7zXZ\0'),
  signature('7z\xbc\xaf\x27\x1c'), signature('\x28\xb5\x2f\xfd'), signature('Rar!\x1a\x07'), signature('\x1f\x9d'),
  signature('\x04\x22\x4d\x18'), signature('LZIP'), signature('MSCF\0'),
];

/** `BZh` and `LZIP` could begin a word. */
// eslint-disable-next-line no-control-regex -- control characters are what tells
const unlikelyInText = /[\u0000-\u0008\u000e-\u001f\u007f-\u00ff]/;

export const archive: Reader = {
  name: 'archive',
  opaque: 'archive',
  encoding: latin1,
  accepts: ({ bytes }) =>
    archiveSignatures.some((mark) => hasSignature(bytes, mark)) && unlikelyInText.test(bytes.toString('latin1', 0, 32)),
};
