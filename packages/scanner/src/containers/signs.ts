import type { FilePath } from '../paths/file-path.ts';
import { blockSize, parseHeader } from './tar/header.ts';

/** First bytes of all formats that have some; see the formats. */
const signatures = ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08', 'Cr24', '\x1f\x8b\x08', 'BZh', '\xfd7zXZ\0', '\x28\xb5\x2f\xfd', '\x04\0\0\0', 'bplist00', 'SQLite format 3\0', '\x37\x7f\x06\x82', '\x37\x7f\x06\x83', '7z\xbc\xaf\x27\x1c', 'Rar!\x1a\x07']
  .map((text) => Buffer.from(text, 'latin1'));

/** First byte of most zlib streams. */
const zlib = 0x78;

/** First byte of binary property lists, in whose beginning there need not be a NUL byte. */
const propertyList = 0x62;

const endsInBrotli = /\.br$/i;

const endsInHtml = /\.html?$/i;

/** Whether the beginning of a page is that of a report of Playwright. */
export function isPlaywrightReport(head: Buffer): boolean {
  return head.includes('<title>Playwright Test Report</title>');
}

/** Whether a page may be a report of Playwright, which holds an archive. */
const isReport = (head: Buffer, path: FilePath): boolean => typeof path === 'string' && endsInHtml.test(path) && isPlaywrightReport(head);

const namedDatabase = /\.(?:sqlite3?|sqlcipher|db3?)$/i;

/** Bytes that are looked at for what encrypted bytes are like, and how many of the 256 values there then are at least. */
const sample = 4096;
const fewestValues = 250;

/** Whether a blob has the name of a database, and nothing else that says what it is. */
export function looksEncrypted(head: Buffer, path: FilePath): boolean {
  return typeof path === 'string' && namedDatabase.test(path) && head.length >= sample && new Set(head.subarray(0, sample)).size >= fewestValues;
}

const isNamedBrotli = (path: FilePath): boolean => typeof path === 'string' && endsInBrotli.test(path);

/** The first two bytes are a number that 31 divides (RFC 1950). */
const isZlib = (head: Buffer): boolean => head[0] === zlib && head.length > 1 && head.readUInt16BE(0) % 31 === 0;

/** Whether a blob without a signature that looks like plain text may be a container all the same. */
export function mayBeUnsigned(firstByte: number | undefined, path: FilePath): boolean {
  return firstByte === zlib || firstByte === propertyList || isNamedBrotli(path) || (typeof path === 'string' && endsInHtml.test(path));
}

/**
 * Whether a blob may be an archive or a compressed file: a quick answer, for which no format is loaded. `containerFormatOf` has the last word.
 *
 * @param head - first bytes of the blob.
 */
export function mayBeContainer(head: Buffer, path: FilePath): boolean {
  if (isNamedBrotli(path) || isReport(head, path) || looksEncrypted(head, path) || isZlib(head) || signatures.some((signature) => head.subarray(0, signature.length).equals(signature))) return true;
  return head.length >= blockSize && head[0] !== 0 && head.subarray(0, blockSize).includes(0) && parseHeader(head.subarray(0, blockSize)) !== undefined;
}
