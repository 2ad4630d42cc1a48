import { utf8 } from '../encodings/utf-8.ts';
import type { Reader } from './reader.ts';

/** Everything that is nothing else. */
export const utf8Text: Reader = { name: 'utf-8', encoding: utf8, accepts: () => true };
