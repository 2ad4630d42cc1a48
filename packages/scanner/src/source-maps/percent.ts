/** What percent-encoded text stands for; `undefined` where it is none. */
export function decodedPercent(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
