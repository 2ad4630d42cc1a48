/** `atob`: base64 to one unit for each byte; `undefined` where it would throw (WHATWG Infra, forgiving-base64 decode). */
export function decodeBase64(text: string): string | undefined {
  const compact = text.replace(/[\t\n\f\r ]/g, '');
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(compact) || compact.replace(/=+$/, '').length % 4 === 1) return undefined;
  return Buffer.from(compact, 'base64').toString('latin1');
}
