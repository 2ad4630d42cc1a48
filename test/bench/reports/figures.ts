/** Three digits that count, without an exponent: 0.0123, 1.23, 12.3, 123, 1234. `-` for no number. */
export function figure(number: number): string {
  if (!Number.isFinite(number)) return '-';
  if (number === 0) return '0';
  const decimals = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(number))));
  return number.toFixed(Math.min(decimals, 4));
}

/** A ratio with one digit more than people trust. */
export const ratio = (number: number): string => (Number.isFinite(number) ? `${number >= 100 ? number.toFixed(0) : number.toFixed(number >= 10 ? 1 : 2)} x` : '-');

/** 1,234 */
export const whole = (number: number): string => number.toLocaleString('en');

/** Decimal units, as drives and networks have them. */
export function amount(bytes: number): string {
  if (bytes >= 1e9) return `${(bytes / 1e9).toFixed(2)} GB`;
  return bytes >= 1e6 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e3).toFixed(1)} kB`;
}
