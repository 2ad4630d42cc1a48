/**
 * The names in a tree object: `<mode> <name>\0<id>` for each entry (gitformat-pack(5) has none of it; see "tree entry" in git's tree-walk.c).
 *
 * @param idBytes - length of an id: 20, or 32 with SHA-256.
 * @returns the names as latin1.
 */
export function* entryNames(tree: Buffer, idBytes: number): Generator<string> {
  for (let at = 0; at < tree.length;) {
    const space = tree.indexOf(0x20, at);
    const end = tree.indexOf(0, space);
    if (space === -1 || end === -1) return;
    yield tree.toString('latin1', space + 1, end);
    at = end + 1 + idBytes;
  }
}
