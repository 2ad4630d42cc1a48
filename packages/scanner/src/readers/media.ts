import { latin1 } from '../encodings/latin-1.ts';
import type { Reader } from './reader.ts';
import { extensionOf, hasSignature, holdsNul, signature } from './signatures.ts';

/** First bytes of images, sounds, films and fonts, as their specifications give them. */
export const mediaSignatures = [
  signature('\x89PNG\r\n\x1a\n'), signature('\xff\xd8\xff'), signature('GIF87a'), signature('GIF89a'),
  signature('WEBP', 8), signature('AVI ', 8), signature('WAVE', 8), signature('AIFF', 8),
  signature('II*\0'), signature('MM\0*'), signature('\0\0\x01\0'), signature('8BPS'), signature('\0\0\0\x0cJXL '),
  signature('\0\0\0\x0cjP  '), signature('ftyp', 4), signature('\x1a\x45\xdf\xa3'), signature('OggS'), signature('fLaC'),
  signature('ID3'), signature('FLV\x01'), signature('\0\0\x01\xba'), signature('\0\0\x01\xb3'), signature('MThd'),
  signature('wOFF'), signature('wOF2'), signature('OTTO\0'), signature('ttcf\0'), signature('\0\x01\0\0\0'),
];

/** Names of formats without a signature that could be trusted by itself. */
const extensions: ReadonlySet<string> = new Set([
  'aac', 'aiff', 'amr', 'apng', 'avi', 'avif', 'bmp', 'cur', 'eot', 'flac', 'flv', 'gif', 'heic', 'heif', 'icns', 'ico', 'j2k', 'jp2',
  'jpeg', 'jpg', 'jxl', 'm2ts', 'm4a', 'm4v', 'mid', 'mkv', 'mov', 'mp3', 'mp4', 'mpeg', 'mpg', 'mts', 'oga', 'ogg', 'ogv', 'opus',
  'otf', 'png', 'psd', 'raw', 'tga', 'tif', 'tiff', 'ttc', 'ttf', 'wav', 'weba', 'webm', 'webp', 'wma', 'wmv', 'woff', 'woff2',
]);

/** A name alone makes no medium: a text called `logo.png` is read as the text it is. */
export const media: Reader = {
  name: 'media',
  opaque: 'media',
  encoding: latin1,
  accepts: ({ bytes, path }) =>
    holdsNul(bytes) ? extensions.has(extensionOf(path)) || mediaSignatures.some((mark) => hasSignature(bytes, mark))
      : bytes.length > 0 && mediaSignatures.slice(0, 4).some((mark) => hasSignature(bytes, mark)),
};
