/** An error that nobody expected: where it came from, and not what it says, as that may quote a scanned text. */
export interface Fault {
  readonly path: string;
  /** Name of the error's class, for example `RangeError`. */
  readonly name: string;
  /** Lines of the stack trace, without the message. */
  readonly trace: readonly string[];
}

/** @param path - as it is reported. */
export function faultOf(path: string, error: unknown): Fault {
  return { path, name: error instanceof Error ? error.name : typeof error, trace: traceOf(error) };
}

/** The functions that an error came through, without its message. */
export function traceOf(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [];
  // A stack trace begins with the message; a message may have a line that looks like a frame.
  const head = error.stack?.startsWith(`${error.name}: ${error.message}`) === true ? `${error.name}: ${error.message}`.length : 0;
  return (error.stack ?? '').slice(head).split('\n').filter((line) => /^ {4}at .*:\d+:\d+\)?$/.test(line));
}
