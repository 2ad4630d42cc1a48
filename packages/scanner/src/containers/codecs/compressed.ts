import type { ByteReader } from '../byte-reader.ts';
import type { ContainerFormat } from '../container.ts';

/** A format of compressed files: one blob without a name. */
export function compressedFormat(name: string, accepts: ContainerFormat['accepts'], decompressed: (bytes: ByteReader) => ByteReader & { close?(): void }): ContainerFormat {
  return {
    name,
    kind: 'compressed',
    accepts,
    async *members(container) {
      const bytes = decompressed(container.inOrder());
      try {
        yield { bytes };
      } finally {
        bytes.close?.();
      }
    },
  };
}
