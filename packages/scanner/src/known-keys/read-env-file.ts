import { statSync } from 'node:fs';
import { relative, sep } from 'node:path';
import type { PlaceNote, Variable } from '@submit-guard/core';
import { parseDotenv, PolicyError } from '@submit-guard/core';
import { quotePath } from '../paths/quote-path.ts';
import { readPolicyFile } from '../policies/read-policy-file.ts';

/** An environment file is a page or two. */
const longestEnvFile = 1_048_576;

export interface EnvFile {
  readonly variables: readonly Variable[];
  /** Set where the file could not be read: keys that it holds are not known then, and the scan is not complete. */
  readonly unread?: PlaceNote;
}

/**
 * Reads the variables of an environment file. PowerShell writes UTF-16; other bytes that are no UTF-8 are passed over.
 *
 * @param path - absolute.
 * @param cwd - absolute path of the folder that names are relative to.
 */
export function readEnvFile(path: string, cwd: string): EnvFile {
  const source = quotePath(relative(cwd, path).replaceAll(sep, '/'));
  // A link that leads nowhere, and a pipe that a password manager fills for programs that it knows, hold no text.
  if (!isFile(path)) return { variables: [] };
  try {
    const bytes = readPolicyFile(path, source, longestEnvFile);
    const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
    return { variables: parseDotenv(bytes.toString(isUtf16 ? 'utf16le' : 'utf8')).map(({ name, value, line }) => ({ name, value, source, line })) };
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    return { variables: [], unread: { path: source, reason: 'an environment file that could not be read' } };
  }
}

function isFile(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
  } catch {
    // It is there and cannot be looked at: reading it says why.
    return true;
  }
}
