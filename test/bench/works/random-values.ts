import { createCipheriv, createHash } from 'node:crypto';

/** Random values that a seed repeats, at hundreds of megabytes a second: millions of keys are needed. */
export interface RandomValues {
  /** Hexadecimal digits. */
  hex(length: number): string;
  base64url(length: number): string;
  /** RFC 9562, version 4. */
  uuid(): string;
  /** An integer in [0, `limit`); `limit` is at most 2^32. */
  below(limit: number): number;
  pick<T>(items: readonly [T, ...T[]]): T;
}

const block = Buffer.alloc(65_536);

/** @param seed - the same seed gives the same values on every machine. */
export function randomValues(seed: string): RandomValues {
  const cipher = createCipheriv('aes-128-ctr', createHash('sha256').update(seed).digest().subarray(0, 16), Buffer.alloc(16));
  let stock = cipher.update(block);
  let used = 0;
  const take = (count: number): Buffer => {
    if (used + count > stock.length) {
      stock = cipher.update(block);
      used = 0;
    }
    used += count;
    return stock.subarray(used - count, used);
  };
  const hex = (length: number): string => take(Math.ceil(length / 2)).toString('hex').slice(0, length);
  const below = (limit: number): number => Math.floor((take(4).readUInt32LE() / 2 ** 32) * limit);
  return {
    hex,
    below,
    base64url: (length) => take(Math.ceil((length * 3) / 4)).toString('base64url').slice(0, length),
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-${'89ab'.charAt(below(4))}${hex(3)}-${hex(12)}`,
    pick: <T>(items: readonly [T, ...T[]]) => items[below(items.length)] as T,
  };
}
