/** `1 file`, `1,204 files`. */
export function counted(count: number, noun: string): string {
  return `${inDigits(count)} ${count === 1 ? noun : `${noun}s`}`;
}

/** A whole number with its thousands set off: `1,204`. */
export function inDigits(count: number): string {
  // Without the tables of languages, which would take longer to load than a small scan.
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

const units = ['kB', 'MB', 'GB', 'TB', 'PB'] as const;

/** A number of bytes for people, in powers of 1000: `0 bytes`, `812 bytes`, `48.2 kB`, `1.20 GB`. */
export function bytesInWords(bytes: number): string {
  if (bytes < 1000) return counted(bytes, 'byte');
  let amount = bytes;
  let unit = -1;
  do {
    amount /= 1000;
    unit++;
  } while (Number(amount.toPrecision(3)) >= 1000 && unit < units.length - 1);
  const digits = amount >= 99.95 ? 0 : amount >= 9.995 ? 1 : 2;
  return `${amount.toFixed(digits)} ${units[unit] ?? ''}`;
}

/** How often each value occurs, the most frequent first, ties in order of appearance. */
export function tallied(values: Iterable<string>): readonly (readonly [value: string, count: number])[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}
