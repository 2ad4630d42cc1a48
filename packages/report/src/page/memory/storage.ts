const prefix = 'submit-guard:';

/** What was remembered under a name. Nothing is where the browser keeps nothing (private windows, strict settings, some `file:` pages). */
export function recall(name: string): string | undefined {
  try {
    return localStorage.getItem(prefix + name) ?? undefined;
  } catch {
    return undefined;
  }
}

/** All that was remembered under names that start like this, by the rest of the name. */
export function recallAll(start: string): ReadonlyMap<string, string> {
  const head = prefix + start;
  try {
    return new Map(Object.keys(localStorage).filter((key) => key.startsWith(head)).map((key) => [key.slice(head.length), localStorage.getItem(key) ?? '']));
  } catch {
    return new Map();
  }
}

/** Remembers a text, or forgets what was there. Without an effect where the browser keeps nothing. */
export function remember(name: string, text: string | undefined): void {
  try {
    if (text === undefined) localStorage.removeItem(prefix + name);
    else localStorage.setItem(prefix + name, text);
  } catch {
    // The page works without a memory; it only forgets when it is closed.
  }
}
