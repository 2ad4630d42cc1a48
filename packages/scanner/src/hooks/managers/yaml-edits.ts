import type { Document } from 'yaml';
import { parseDocument } from 'yaml';
import { HooksError } from '../hooks-error.ts';
import type { ConfigFile } from './config-files.ts';

/**
 * Takes a YAML file for a document that can be changed; comments and order stay.
 *
 * @throws {HooksError} where it is faulty.
 */
export function readYaml({ name, text }: ConfigFile): Document {
  const document = parseDocument(text);
  if (document.errors.length > 0) throw new HooksError(`${name} is no YAML. Mend it first.`);
  return document;
}

/** The text of a changed document; long lines stay as they are. */
export function printYaml(document: Document): string {
  return document.toString({ lineWidth: 0 });
}
