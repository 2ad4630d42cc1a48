import type { ContainerFormat } from './container.ts';
import { ContainerError } from './container-error.ts';

/**
 * Archives that people share and nothing here opens: their scan is incomplete. For 7z there is `7z-wasm`, which holds parts under the LGPL and the
 * licence of unRAR, `7z-iterator`, which installs modules at run time, and `libarchive-wasm`, which wants all of an archive in memory.
 */
const closedArchive = (name: string, mark: string): ContainerFormat => {
  const signature = Buffer.from(mark, 'latin1');
  return {
    name,
    kind: 'archive',
    accepts: ({ bytes }) => bytes.subarray(0, signature.length).equals(signature),
    // eslint-disable-next-line require-yield -- a generator of members, of which none can be had
    async *members() {
      throw new ContainerError(`is a ${name} archive, which is not opened: unpack it, or exclude it`);
    },
  };
};

export const sevenZip = closedArchive('7z', '7z\xbc\xaf\x27\x1c');
export const rar = closedArchive('RAR', 'Rar!\x1a\x07');
