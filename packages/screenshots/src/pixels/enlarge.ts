import type { Grey } from './raster.ts';

/** Enlarges or reduces an image, with values between pixels taken from both. */
export function enlarged({ width, height, values }: Grey, factor: number): Grey {
  const toWidth = Math.max(1, Math.round(width * factor));
  const toHeight = Math.max(1, Math.round(height * factor));
  const result = new Uint8Array(toWidth * toHeight);
  const columns = placesOf(width, toWidth);
  const rows = placesOf(height, toHeight);
  for (let y = 0, at = 0; y < toHeight; y++) {
    const upper = (rows.first[y] ?? 0) * width;
    const lower = (rows.second[y] ?? 0) * width;
    const down = rows.shares[y] ?? 0;
    for (let x = 0; x < toWidth; x++, at++) {
      const left = columns.first[x] ?? 0;
      const right = columns.second[x] ?? 0;
      const across = columns.shares[x] ?? 0;
      const top = (values[upper + left] ?? 0) * (1 - across) + (values[upper + right] ?? 0) * across;
      const bottom = (values[lower + left] ?? 0) * (1 - across) + (values[lower + right] ?? 0) * across;
      result[at] = top * (1 - down) + bottom * down;
    }
  }
  return { width: toWidth, height: toHeight, values: result };
}

/** Between which two pixels each new one stands, and how close to the second. */
function placesOf(length: number, toLength: number): { readonly first: Uint32Array; readonly second: Uint32Array; readonly shares: Float32Array } {
  const first = new Uint32Array(toLength);
  const second = new Uint32Array(toLength);
  const shares = new Float32Array(toLength);
  for (let at = 0; at < toLength; at++) {
    const place = Math.min(length - 1, Math.max(0, ((at + 0.5) * length) / toLength - 0.5));
    first[at] = Math.floor(place);
    second[at] = Math.min(length - 1, Math.floor(place) + 1);
    shares[at] = place - Math.floor(place);
  }
  return { first, second, shares };
}
