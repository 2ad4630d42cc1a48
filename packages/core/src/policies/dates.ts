/**
 * Whether a text is a date of the calendar in the form `YYYY-MM-DD` (ISO 8601).
 */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** The day of a moment as `YYYY-MM-DD` in UTC, so that a policy means the same wherever it runs. */
export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}

/**
 * Whether something that lasts until a day is over.
 *
 * @param until - last day on which it counts.
 * @param today - both `YYYY-MM-DD`.
 */
export function isOver(until: string, today: string): boolean {
  return today > until;
}
