import { LineIndex, PolicyError } from '@submit-guard/core';
import { decodePolicyText } from './read-policy-file.ts';

/**
 * Parses a JSON file that the tool itself has written.
 *
 * @param name - path of the file, for messages.
 * @throws {PolicyError} with line and column where it is no JSON. The text is not quoted.
 */
export async function parsePolicyJson(bytes: Uint8Array, name: string): Promise<unknown> {
  const text = decodePolicyText(bytes, name);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // The message of V8 quotes the text; jsonc-parser, slower, tells the place.
    const conflict = /^(?:<{7}|={7}|>{7})(?:\s|$)/m.exec(text);
    const { line, column } = new LineIndex(text).originAt(conflict?.index ?? await offsetOfError(text));
    const what = conflict === null ? 'is no JSON here' : 'holds a merge conflict here; resolve it';
    throw new PolicyError(`${name}:${line}:${column} ${what}.`);
  }
}

async function offsetOfError(text: string): Promise<number> {
  const { visit } = await import('jsonc-parser');
  let first: number | undefined;
  try {
    visit(text, { onError: (_code, offset) => void (first ??= offset) }, { disallowComments: true, allowTrailingComma: false });
  } catch (error) {
    // Nested so deeply that the stack ends.
    if (!(error instanceof RangeError)) throw error;
  }
  return first ?? 0;
}
