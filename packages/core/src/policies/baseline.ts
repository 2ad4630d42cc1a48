import { isDate } from './dates.ts';
import { isRecord } from './json-record.ts';
import { PolicyError } from './policy-error.ts';

/**
 * A finding that somebody accepted for a reason. It is known by its content, so that it survives moved lines, new
 * formatting and renamed files, and never covers another key.
 */
export interface BaselineEntry {
  /** Path from the root of the policy (the top of the work tree), `/`-separated, escaped as in findings. */
  readonly path: string;
  readonly ruleId: string;
  /** See `contentIdOf`. */
  readonly fingerprint: string;
  readonly reason: string;
  /** Day on which it was accepted, `YYYY-MM-DD`. */
  readonly added: string;
  /** Who accepted it, where known. */
  readonly by?: string;
  /** Last day on which it counts, `YYYY-MM-DD`. */
  readonly expires?: string;
}

export interface Baseline {
  readonly version: 1;
  readonly entries: readonly BaselineEntry[];
}

export const emptyBaseline: Baseline = { version: 1, entries: [] };

/** Characters that could steer a terminal or reorder text when a message shows an entry. */
const unprintable = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

const longestText = 4096;

/** Whether a value is a text that an entry may hold: not empty, not endless, nothing that steers a terminal. */
export function isEntryText(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= longestText && !unprintable.test(value);
}

function isOptional(value: unknown, test: (value: unknown) => boolean): boolean {
  return value === undefined || test(value);
}

function isDay(value: unknown): value is string {
  return typeof value === 'string' && isDate(value);
}

/** What is wrong with an entry, or `undefined`. */
function problemOf(entry: Readonly<Record<string, unknown>>): string | undefined {
  if (!isEntryText(entry['path'])) return 'it has no `path`';
  if (typeof entry['ruleId'] !== 'string' || !/^[a-z][a-z-]{1,60}$/.test(entry['ruleId'])) return 'it has no `ruleId`';
  if (typeof entry['fingerprint'] !== 'string' || !/^sgf?1:[0-9a-f]{24}$/.test(entry['fingerprint'])) return 'it has no `fingerprint`';
  if (!isEntryText(entry['reason'])) return 'it has no `reason`';
  if (!isDay(entry['added'])) return 'its `added` is no date of the form YYYY-MM-DD';
  if (!isOptional(entry['expires'], isDay)) return 'its `expires` is no date of the form YYYY-MM-DD';
  if (!isOptional(entry['by'], isEntryText)) return 'its `by` is no text';
  return undefined;
}

/**
 * Takes a parsed baseline file for what it is.
 *
 * @param value - the parsed JSON.
 * @param name - path of the file, for messages.
 * @throws {PolicyError} where it is not a baseline of this version, or an entry is faulty.
 */
export function toBaseline(value: unknown, name: string): Baseline {
  if (!isRecord(value) || !Array.isArray(value['entries'])) {
    throw new PolicyError(`${name} is no baseline: it has no list of \`entries\`. Write a new one with \`submit-guard baseline\`.`);
  }
  if (value['version'] !== 1) {
    throw new PolicyError(`${name} has a version that this submit-guard does not know (it knows 1). Update submit-guard.`);
  }
  const entries = value['entries'].map((item: unknown, index): BaselineEntry => {
    const problem = isRecord(item) ? problemOf(item) : 'it is no object';
    if (problem !== undefined) throw new PolicyError(`${name}: entry ${index + 1} is faulty: ${problem}. Mend or remove it.`);
    const { path, ruleId, fingerprint, reason, added, by, expires } = item as BaselineEntry;
    return { path, ruleId, fingerprint, reason, added, ...(by !== undefined && { by }), ...(expires !== undefined && { expires }) };
  });
  return { version: 1, entries };
}

/** A text that sorts and identifies an entry. */
export function keyOfEntry({ path, ruleId, fingerprint }: Pick<BaselineEntry, 'path' | 'ruleId' | 'fingerprint'>): string {
  return `${path}\0${ruleId}\0${fingerprint}`;
}

/**
 * Writes a baseline as JSON: entries in a stable order whatever the locale, one field a line, so that two branches
 * that add entries seldom conflict.
 */
export function formatBaseline(entries: readonly BaselineEntry[]): string {
  const sorted = entries.map((entry) => ({ key: keyOfEntry(entry), entry })).sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return `${JSON.stringify({ version: 1, entries: sorted.map(({ entry }) => entry) }, undefined, 2)}\n`;
}
