import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Kinds of values that are no secrets, each with a list of its own in `corpora/values/not-secrets`. */
export const notSecretKinds = [
  'hashes',
  'uuid-ids',
  'commit-ids',
  'integrity-strings',
  'base64-images',
  'words',
  'paths',
  'urls',
  'versions',
  'css-classes',
  'public-keys',
] as const;
export type NotSecretKind = (typeof notSecretKinds)[number];

const linesOf = (path: string): string[] =>
  readFileSync(fileURLToPath(new URL(`../../corpora/values/${path}`, import.meta.url)), 'utf8').trimEnd().split('\n');

/** What people write where a key will stand one day, or where it stood. */
export const placeholders: readonly string[] = linesOf('placeholders.txt');

/** Values of one kind, as they stand in real files. */
export function notSecrets(kind: NotSecretKind): readonly string[] {
  return linesOf(`not-secrets/${kind}.txt`);
}
