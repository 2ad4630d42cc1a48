/** A value that a configuration hands to the code of browsers. */
export interface Setting {
  /** Where it stands, for people: `vite.config define __KEY__`. */
  readonly where: string;
  /** The name that the code uses. */
  readonly name: string;
  readonly value: unknown;
}

/** Settings of one object of a configuration. */
export function settingsOf(where: string, values: unknown): readonly Setting[] {
  if (typeof values !== 'object' || values === null) return [];
  return Object.entries(values).map(([name, value]) => ({ where: `${where} ${name}`, name, value: value as unknown }));
}

/** A value as text for the detector: code in it, such as a string in quotes, is left as it is. */
export function textOfSetting({ name, value }: Setting): string {
  const seen = new Set<unknown>();
  const plain = (_: string, item: unknown): unknown => {
    if (typeof item === 'bigint' || typeof item === 'function' || typeof item === 'symbol') return undefined;
    if (typeof item !== 'object' || item === null) return typeof item === 'string' ? unquoted(item) : item;
    // Settings may hold whatever their tool takes, also objects in circles.
    if (seen.has(item)) return undefined;
    seen.add(item);
    return item;
  };
  return JSON.stringify({ [name]: value }, plain);
}

/** The string that a string of code stands for, where it is nothing but a literal. */
function unquoted(code: string): unknown {
  if (!/^\s*["[{]/.test(code)) return code;
  try {
    return JSON.parse(code) as unknown;
  } catch {
    return code;
  }
}
