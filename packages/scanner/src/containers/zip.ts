import type { ClosedMember, ContainerFormat, Member } from './container.ts';
import { ContainerError } from './container-error.ts';
import type { RandomAccess } from './random-access.ts';
import { findDirectory } from './zip/directory.ts';
import type { ZipEntry } from './zip/entry.ts';
import { isFolder } from './zip/entry.ts';
import { gapsBetween } from './zip/gaps.ts';
import { dataStartOf, localEntriesBetween } from './zip/local-entries.ts';
import { openEntry } from './zip/open-entry.ts';

/** An entry, an archive without any, one of several parts; a Chrome extension, which has a header before it. */
const signatures = ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08', 'Cr24'];

/** Signatures could begin a word. */
// eslint-disable-next-line no-control-regex -- control characters are what tells
const unlikelyInText = /[\u0000-\u0008\u000e-\u001f\u007f-\u00ff]/;

/**
 * .ZIP File Format Specification (APPNOTE.TXT 6.3.10), and what is made of it: packages of Java, Python, NuGet, Office, Android, browsers and
 * editors. The directory at the end says what there is; what lies between its entries all the same is read, too.
 */
export const zip: ContainerFormat = {
  name: 'zip',
  kind: 'archive',
  accepts: ({ bytes }) => signatures.includes(bytes.toString('latin1', 0, 4)) && unlikelyInText.test(bytes.toString('latin1', 4, 32)),
  async *members(container) {
    yield* membersOf(await container.anywhere());
  },
};

function* membersOf(bytes: RandomAccess): Generator<Member | ClosedMember> {
  const directory = findDirectory(bytes);
  const covered: number[] = [];
  for (const entry of directory?.entries() ?? []) {
    const start = dataStartOf(bytes, entry.offset);
    covered.push(entry.offset, (start ?? entry.offset) + entry.compressedSize);
    if (!isFolder(entry)) yield* memberOf(bytes, entry, start);
  }
  for (const gap of gapsBetween(covered, directory?.start ?? bytes.size)) {
    for (const { entry, start } of localEntriesBetween(bytes, gap)) if (!isFolder(entry)) yield* memberOf(bytes, entry, start);
  }
  if (directory === undefined) throw new ContainerError('is cut short or damaged: it has no directory');
}

function* memberOf(bytes: RandomAccess, entry: ZipEntry, start: number | undefined): Generator<Member | ClosedMember> {
  const member = openEntry(bytes, entry, start);
  try {
    yield member;
  } finally {
    if ('bytes' in member) member.bytes.close?.();
  }
}
