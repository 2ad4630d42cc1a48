import { isOfBrand, sizeInBoxes } from './boxes.ts';
import type { Format } from './format.ts';

/** Images that are told and not read: the decoders there are for them have licences that bind whoever ships them, or are native code. */
export const heic: Format = {
  name: 'HEIC',
  accepts: (bytes) => isOfBrand(bytes, ['heic', 'heix', 'heim', 'heis', 'hevc', 'mif1', 'msf1']),
  sizeOf: sizeInBoxes,
  decode: () => ({ images: [] }),
  closed: 'a HEIC image, which is not decoded; save it as PNG or JPEG to have it read',
};
