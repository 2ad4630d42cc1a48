/** Bits for the characters that encoded text is made of. */
const base64 = 1;
const hexadecimal = 2;
const classes = new Uint8Array(128);
for (const char of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/_-=') classes[char.charCodeAt(0)] = base64;
for (const char of '0123456789abcdefABCDEF') classes[char.charCodeAt(0)] = base64 | hexadecimal;

/** A maximal run of the characters of base64 and base64url. */
export interface TokenRun {
  readonly start: number;
  readonly end: number;
  /** All of them are hexadecimal digits. */
  readonly hexadecimal: boolean;
}

/** Finds the runs of at least `shortest` UTF-16 units; one pass without a regular expression, since most text has none. */
export function tokenRuns(text: string, shortest: number): TokenRun[] {
  const runs: TokenRun[] = [];
  const length = text.length;
  // Every run of the wanted length covers one of these places, so most characters are never looked at.
  for (let probe = shortest - 1; probe < length; probe += shortest) {
    if (!isToken(text.charCodeAt(probe))) continue;
    let start = probe;
    const floor = runs[runs.length - 1]?.end ?? 0;
    while (start > floor && isToken(text.charCodeAt(start - 1))) start--;
    let end = probe + 1;
    while (end < length && isToken(text.charCodeAt(end))) end++;
    if (end - start >= shortest) {
      let all = hexadecimal;
      for (let i = start; i < end && all !== 0; i++) all &= classes[text.charCodeAt(i)] ?? 0;
      runs.push({ start, end, hexadecimal: all !== 0 });
    }
    probe = Math.max(probe, end - 1);
  }
  return runs;
}

function isToken(code: number): boolean {
  return code < 128 && classes[code] !== 0;
}
