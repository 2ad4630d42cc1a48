import { latin1 } from '../encodings/latin-1.ts';
import type { Reader } from './reader.ts';
import { holdsNul } from './signatures.ts';

/**
 * Executables, databases and the like. Where their bytes hold a sign of Submit they are read as text, see
 * `createStringsFragment`, so that a key in a string table is found.
 */
export const binary: Reader = {
  name: 'binary',
  opaque: 'binary',
  encoding: latin1,
  accepts: ({ bytes }) => holdsNul(bytes),
};
