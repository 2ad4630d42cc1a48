const knownEndings =
  'com|net|org|io|dev|app|co|ai|cloud|de|uk|fr|eu|nl|be|us|at|ch|es|it|se|no|dk|pl|pt|fi|jp|cn|in|br|au|ca|ru|nz|kr|mx|info|biz|me|tv|gov|edu|tech|shop|store|online|site|xyz|internal|local|localhost|corp|lan|test|example|invalid';

const dottedHost = new RegExp(`(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\\.){1,8}(?:${knownEndings})(?![a-z0-9_-])|localhost|(?:\\d{1,3}\\.){3}\\d{1,3}`, 'iy');
const mentionedHost = new RegExp(`(?<![\\w@./-])(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.){1,8}(?:${knownEndings})(?![\\w.-])`, 'i');
/** A host without dots counts behind `//` only. */
const plainHost = /[a-z][a-z0-9_-]{1,60}(?=[/:"'`\s;,)]|$)/iy;

/** The host with dots that begins at an offset, or `localhost`; in lower case. */
export function dottedHostAt(text: string, offset: number): string | undefined {
  return stickyMatch(dottedHost, text, offset)?.toLowerCase();
}

/** The host that begins at an offset, also one without dots; in lower case. */
export function hostAt(text: string, offset: number): string | undefined {
  return dottedHostAt(text, offset) ?? stickyMatch(plainHost, text, offset)?.toLowerCase();
}

/** The first host that a text mentions, as it stands there. */
export function firstHostIn(text: string): RegExpExecArray | null {
  return mentionedHost.exec(text);
}

/** What a pattern with the flag `y` matches at an offset. */
export function stickyMatch(pattern: RegExp, text: string, offset: number): string | undefined {
  pattern.lastIndex = offset;
  return pattern.exec(text)?.[0];
}
