const month = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)';

/** Beginning of a line of a log: a time of day, with or without a date, or a level. */
export const stamp = new RegExp(
  [
    String.raw`^[[(]?\d{4}[-/.]\d{2}[-/.]\d{2}[T _]\d{2}:\d{2}:\d{2}`,
    String.raw`^(?:<\d+>)?${month} [ \d]\d \d{2}:\d{2}:\d{2} `,
    String.raw`^[[(]?\d{2}:\d{2}:\d{2}(?:[.,]\d+)?[\])]? `,
    String.raw`^\[?(?:TRACE|DEBUG|INFO|NOTICE|WARN(?:ING)?|ERROR|FATAL)\]?:? `,
  ].join('|'),
);

/** A line of structured logging, which is a record whether or not it begins with its time. */
const structured = /^\{"[^\n]*"(?:time|timestamp|ts|@timestamp|level|severity|msg|message)"\s*:/;

/** Fewest records of a log, and the share of lines that begin one. */
const fewestRecords = 8;
const linesOfRecord = 12;

/**
 * Where the records of a log begin: lines with a time, a level or an object; what follows such a line up to the next one belongs to it.
 *
 * @param lines - offsets at which the lines of the text start.
 * @returns ascending offsets, the first one 0; `undefined` for a text that is no log.
 */
export function recordsOf(text: string, lines: readonly number[]): readonly number[] | undefined {
  const starts = [0];
  for (const [index, line] of lines.entries()) {
    if (line > 0 && beginsRecord(text, line)) starts.push(line);
    // No log goes on for long without a record.
    if (index >= fewestRecords * linesOfRecord && starts.length * linesOfRecord < index) return undefined;
  }
  return starts.length > fewestRecords && starts.length * linesOfRecord >= lines.length ? starts : undefined;
}

/** Whether a line begins a record. @param line - offset of the line. */
export function beginsRecord(text: string, line: number): boolean {
  const code = text.charCodeAt(line);
  if (code === 0x7b) return structured.test(text.slice(line, line + 400));
  const mayBeStamp = (code >= 0x30 && code <= 0x39) || code === 0x5b || code === 0x28 || code === 0x3c || (code >= 0x41 && code <= 0x5a);
  return mayBeStamp && stamp.test(text.slice(line, line + 40));
}
