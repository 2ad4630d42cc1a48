const digits = new Intl.NumberFormat('en');
const day = new Intl.DateTimeFormat('en', { dateStyle: 'medium' });
const moment = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });

/** `1,204`. */
export const inDigits = (count: number): string => digits.format(count);

/** `1 file`, `1,204 files`. */
export const counted = (count: number, noun: string): string => `${inDigits(count)} ${count === 1 ? noun : `${noun}s`}`;

/** A time of ISO 8601 as a day, in the time zone of whoever looks: `Nov 27, 2026`. What is no time stays as it is. */
export const dayInWords = (time: string): string => (Number.isNaN(Date.parse(time)) ? time : day.format(new Date(time)));

/** The same with hours and minutes. */
export const momentInWords = (time: string): string => (Number.isNaN(Date.parse(time)) ? time : moment.format(new Date(time)));

/** The whole days between two times of ISO 8601; `undefined` where one is none. */
export function daysBetween(from: string, to: string): number | undefined {
  const days = Math.floor((Date.parse(to) - Date.parse(from)) / 86_400_000);
  return Number.isNaN(days) ? undefined : Math.max(0, days);
}

/** `certain`, `high confidence`. */
export const confidenceInWords = (confidence: string): string => (confidence === 'certain' ? confidence : `${confidence} confidence`);

/** A path in two parts: the folders with a `/` at the end, or nothing, and the name. */
export function splitPath(path: string): readonly [folders: string, name: string] {
  const end = path.lastIndexOf('/') + 1;
  return end === path.length ? ['', path] : [path.slice(0, end), path.slice(end)];
}
