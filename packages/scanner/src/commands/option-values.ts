import { InvalidArgumentError } from 'commander';

const sizeUnits: Readonly<Record<string, number>> = { '': 1, k: 1e3, m: 1e6, g: 1e9, ki: 1024, mi: 1024 ** 2, gi: 1024 ** 3 };

/** A size: `500000`, `500k`, `10MB`, `1GiB`. @returns bytes. */
export function parseSize(text: string): number {
  const [, amount, unit] = /^(\d+(?:\.\d+)?)\s*(|[kmg]i?)b?$/i.exec(text) ?? [];
  const factor = unit === undefined ? undefined : sizeUnits[unit.toLowerCase()];
  if (amount === undefined || factor === undefined) throw new InvalidArgumentError('Give a size such as 500k, 10MB or 1GiB.');
  return Math.floor(Number(amount) * factor);
}

/** A size of one byte or more. @returns bytes. */
export function parseLimit(text: string): number {
  const bytes = parseSize(text);
  if (bytes < 1) throw new InvalidArgumentError('Give a size of one byte or more.');
  return bytes;
}

/** A parser for whole numbers from `lowest` to `highest`. */
export function wholeNumber(lowest: number, highest: number): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (!/^\d+$/.test(text) || number < lowest || number > highest) throw new InvalidArgumentError(`Give a whole number from ${lowest} to ${highest}.`);
    return number;
  };
}

/** Takes an option that may be given several times. */
export function listed(text: string, earlier: readonly string[] = []): readonly string[] {
  return [...earlier, text];
}

/** A parser for one of some words. */
export function oneOf(words: readonly string[]): (text: string) => string {
  return (text) => {
    if (!words.includes(text)) throw new InvalidArgumentError(`Give one of ${words.join(', ')}.`);
    return text;
  };
}
