import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { renderMarkers } from '@submit-guard/rules/markers';
import type { KeyLabel } from '../../judgements/judgement.ts';
import { decodeFile } from './byte-encodings.ts';

/** A file of the corpus as a scanner would meet it. */
export interface LabelledFile {
  /** In the repository, for people. */
  readonly source: string;
  /** In the project that it was taken from: decides the surface. */
  readonly path: string;
  /** First folder of the corpus: language or format. */
  readonly language: string;
  readonly twin: 'leaking' | 'clean';
  /** Without a byte-order mark. */
  readonly text: string;
  readonly bytes: Uint8Array;
  /** Where Submit keys stand: the whole key, its encoded text, or its first piece. */
  readonly keys: readonly KeyLabel[];
}

/** `corpora/labelled/<language>/<case>/<leaking or clean>/<path in its project>`. */
const corpus = fileURLToPath(new URL('../../corpora/labelled', import.meta.url));

function labelled(file: string, seed: number): LabelledFile {
  const [language = '', , twin, ...path] = relative(corpus, file).split(sep);
  if ((twin !== 'leaking' && twin !== 'clean') || path.length === 0) throw new Error(`${file} stands at no place of the corpus.`);
  const { text: template, encode } = decodeFile(readFileSync(file));
  const { text, keys } = renderMarkers(template, { seed });
  return {
    source: `test/corpora/labelled/${relative(corpus, file).split(sep).join('/')}`,
    path: path.join('/'),
    language,
    twin,
    text,
    bytes: encode(text),
    // A key in pieces has the range of its first piece.
    keys: keys.filter(({ piece }) => piece === undefined || piece.index === 1).map(({ start, end, carrier }) => ({ start, end, carrier })),
  };
}

/**
 * The labelled corpus, its markers replaced by random credentials.
 *
 * @param seed - decides the credentials.
 * @throws Error where a leaking file marks no key, or a clean one marks one.
 */
export function labelledFiles(seed: number): LabelledFile[] {
  const files = readdirSync(corpus, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => labelled(join(entry.parentPath, entry.name), seed))
    .sort((left, right) => (left.source < right.source ? -1 : 1));
  for (const file of files) {
    if ((file.twin === 'leaking') !== file.keys.length > 0) throw new Error(`${file.source} is ${file.twin} and marks ${file.keys.length} keys.`);
  }
  return files;
}
