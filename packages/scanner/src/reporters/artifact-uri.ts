const letters: Readonly<Record<string, number>> = {
  a: 0x07,
  b: 0x08,
  t: 0x09,
  n: 0x0a,
  v: 0x0b,
  f: 0x0c,
  r: 0x0d,
  '"': 0x22,
  '\\': 0x5c,
};

/** The bytes of a path as a report shows it: what stands in git's quotes is unquoted. */
function bytesOfShownPath(path: string): Buffer {
  if (!/^".*"$/s.test(path) || path.length < 2) return Buffer.from(path, 'utf8');
  const parts: Buffer[] = [];
  for (const [token, octal, letter] of path.slice(1, -1).matchAll(/\\([0-7]{3})|\\([abtnvfr"\\])|[^\\]+|\\/g)) {
    const byte = octal === undefined ? (letter === undefined ? undefined : letters[letter]) : parseInt(octal, 8) & 0xff;
    parts.push(byte === undefined ? Buffer.from(token, 'utf8') : Buffer.of(byte));
  }
  return Buffer.concat(parts);
}

const unreserved = /[A-Za-z0-9._~!$&'()*,;=@/-]/;

function percentEncoded(bytes: Uint8Array): string {
  let encoded = '';
  for (const byte of bytes) {
    const character = String.fromCharCode(byte);
    encoded += unreserved.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return encoded;
}

/** Whether a `/`-separated path, in git's quotes or not, is absolute on any system: `/x`, `C:/x`. */
export const isAbsolutePath = (path: string): boolean => /^"?(?:\/|[A-Za-z]:\/)/.test(path);

/**
 * A path as a URI (RFC 3986): `file:` for an absolute path, else a reference relative to the working directory. Every
 * byte that is not allowed in a path, and `:`, which would make a first segment a scheme, is percent-encoded.
 */
export function uriOfPath(path: string): string {
  const encoded = percentEncoded(bytesOfShownPath(path));
  if (encoded.startsWith('/')) return `file://${encoded}`;
  return isAbsolutePath(path) ? `file:///${encoded.replace('%3A', ':')}` : encoded;
}
