import { surfaces } from '@submit-guard/rules';
import { hasByteOrderMark } from '../../encodings/text-encoding.ts';
import { mayBeContainer } from '../../containers/signs.ts';
import type { ObjectKind } from '../../git/object-kinds.ts';
import { createDocumentFragment } from '../../readers/document-fragment.ts';
import { readerFor } from '../../readers/index.ts';
import { beginsPicture, pictureHead } from '../../readers/pictures.ts';
import { holdsNul } from '../../readers/signatures.ts';
import { headLength } from '../../readers/reader.ts';
import { createStringsFragment } from '../../readers/strings-fragment.ts';
import type { Engine } from '../engine.ts';
import { holdsNothing, loadedText } from '../loaded-text.ts';

/** Names by which a text is taken for a program of each kind that is parsed: the name of an object is not known yet. */
const programNames = ['program.js', 'program.ts', 'program.tsx', 'page.html'];

/**
 * An engine that reports all that may be reported under any path and any setting of the policy.
 */
export function suspiciousEngine(engine: Engine): Engine {
  return {
    ...engine,
    minConfidence: 'low',
    severities: new Map(),
    ruleOf: (match) => surfaces.map((surface) => engine.ruleOf(match, surface)).find((rule) => rule !== undefined),
  };
}

/**
 * What an object is worth that was searched.
 *
 * @param head - its first bytes.
 * @param mayHold - whether the search found a sign in it.
 * @returns `undefined` where nothing can be found in it; `container` and `picture` where what is in it is still to be looked at.
 */
export function atFirstSight({ containers, search }: Engine, kind: ObjectKind, head: Buffer, mayHold: boolean): 'doubtful' | 'container' | 'picture' | { readonly opaque: string } | undefined {
  if (kind === 'blob' && containers !== undefined && mayBeContainer(head, '')) return 'container';
  if (mayHold) return 'doubtful';
  if (kind !== 'blob') return undefined;
  if (search.findsPictures && beginsPicture(head.subarray(0, pictureHead))) return 'picture';
  const { encoding, opaque } = readerFor({ bytes: head, path: '' });
  if (!encoding.showsAscii) return 'doubtful';
  return opaque === undefined ? undefined : { opaque };
}

/** Whether a blob is an image, or a text that may hold some. */
export function mayShowPictures({ search }: Engine, bytes: Buffer): boolean {
  if (!search.findsPictures) return false;
  if (beginsPicture(bytes.subarray(0, pictureHead))) return true;
  search.memory(bytes.length).set(bytes);
  return search.signsIn(0, bytes.length).pictures && !holdsNul(bytes.subarray(0, headLength));
}

/**
 * Whether something may be found in an object, whatever its path: the surface and the rule depend on the path, the matches of the detector
 * do not.
 *
 * @param mindsComments - whether a suppression comment is a reason to look closer.
 * @returns `undefined` where nothing can be; what the bytes stand for, where nobody looked into that.
 */
export function suspicionOf(engine: Engine, bytes: Buffer, kind: ObjectKind, mindsComments = false): 'suspect' | { readonly opaque: string } | undefined {
  const { search, detector, readProgram } = engine;
  search.memory(bytes.length).set(bytes);
  const { encoding, opaque } = readerFor({ bytes: bytes.subarray(0, headLength), path: '' });
  const start = hasByteOrderMark(encoding, bytes) ? encoding.byteOrderMark.length : 0;
  const loaded = loadedText(search, encoding, start, bytes.length);
  if (holdsNothing(engine, loaded, opaque === undefined)) return opaque === undefined || kind !== 'blob' ? undefined : { opaque };
  if (mindsComments && loaded.signs.suppressions) return 'suspect';
  if (!loaded.signs.candidates) return undefined;
  const fragment = opaque === undefined ? createDocumentFragment(loaded.text(), '') : createStringsFragment(loaded.text());
  if (detector.detect(fragment.text).length > 0) return 'suspect';
  if (opaque !== undefined || kind !== 'blob') return undefined;
  // A program that could not be parsed is looked at again under its name, and said to be read as text.
  const isSuspect = programNames.some((name) => {
    const { matches, unparsed } = readProgram(fragment.text, name, []);
    return matches.length > 0 || unparsed !== undefined;
  });
  return isSuspect ? 'suspect' : undefined;
}
