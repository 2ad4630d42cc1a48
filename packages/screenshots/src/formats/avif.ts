import { brandsOf, isOfBrand, sizeInBoxes } from './boxes.ts';
import { browserDecoder } from './browser-decoder.ts';
import type { Format } from './format.ts';

const decode = browserDecoder(() => import('@jsquash/avif/decode.js'), '@jsquash/avif/codec/dec/avif_dec.wasm');

/** Brands that say nothing of the codec; a further one does. */
const general = ['mif1', 'msf1'];

export const avif: Format = {
  name: 'AVIF',
  accepts: (bytes) => isOfBrand(bytes, ['avif', 'avis']) || (isOfBrand(bytes, general) && brandsOf(bytes).includes('avif')),
  sizeOf: sizeInBoxes,
  async decode(bytes) {
    return { images: [await decode(bytes)], ...(isOfBrand(bytes, ['avis']) && { omission: 'of an animated AVIF, the first frame was read' }) };
  },
};
