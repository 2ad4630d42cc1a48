import { createRedactionEngine } from './redactions/create-redaction-engine.ts';
import type { RedactionOptions } from './redactions/create-redaction-engine.ts';
import { Redactor } from './redactions/redactor.ts';

export type { RedactionOptions } from './redactions/create-redaction-engine.ts';

/**
 * Makes a function that replaces keys in what a logger is about to write, by the same tags as `submit-guard redact`. What it was given before
 * counts as well, so that a header is known by the host that another line names.
 *
 * @example
 *   const redact = await createRedactor();
 *   const log = pino({ hooks: { streamWrite: redact } });
 * @returns takes whole lines, with or without a line end; what holds no key comes back as it is.
 * @throws {PolicyError} where a file of the policy is faulty.
 */
export async function createRedactor(options: RedactionOptions = {}): Promise<(text: string) => string> {
  const redactor = new Redactor(await createRedactionEngine(options));
  return (text) => {
    const before = redactor.masked;
    // A line that does not end would be held back; its end is taken off again.
    const output = [...redactor.push(Buffer.from(text)), ...redactor.end()];
    return redactor.masked === before ? text : Buffer.concat(output).toString();
  };
}
