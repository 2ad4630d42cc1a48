import { isRecord } from '@submit-guard/core';
import type { JSONPath, ParseError } from 'jsonc-parser';
import { applyEdits, modify, parse } from 'jsonc-parser';
import { HooksError } from '../hooks-error.ts';
import type { ConfigFile } from './config-files.ts';

/**
 * Takes a JSON file for the object it holds.
 *
 * @throws {HooksError} where it holds none.
 */
export function readJson({ name, text }: ConfigFile): Readonly<Record<string, unknown>> {
  const errors: ParseError[] = [];
  const value = parse(text.replace(/^\uFEFF/, ''), errors, { allowTrailingComma: true }) as unknown;
  if (errors.length > 0 || !isRecord(value)) throw new HooksError(`${name} is no JSON object. Mend it first.`);
  return value;
}

/**
 * A JSON text with one value changed and everything else as it was.
 *
 * @param value - `undefined` removes it.
 */
export function withValue(text: string, path: JSONPath, value: unknown): string {
  const indent = /^[{[][^\S\n]*\r?\n([ \t]+)/.exec(text.trimStart())?.[1] ?? '  ';
  const formattingOptions = { insertSpaces: !indent.startsWith('\t'), tabSize: indent.startsWith('\t') ? 1 : indent.length, eol: text.includes('\r\n') ? '\r\n' : '\n' };
  return applyEdits(text, modify(text, path, value, { formattingOptions }));
}
