import type { ByteReader } from '../../containers/byte-reader.ts';
import type { ContainerBytes } from '../../containers/random-access.ts';
import { bytesInOrder } from '../../containers/random-access.ts';
import type { TemporaryFile } from '../../git/temporary-file.ts';
import { openTemporaryFile } from '../../git/temporary-file.ts';

/** Opens bytes that can be read in order only, for as long as they are used: where they are needed in another order, they lie in temporary files meanwhile. */
export async function withSpools<Result>(reader: ByteReader, use: (bytes: ContainerBytes) => Promise<Result>): Promise<Result> {
  const spools: TemporaryFile[] = [];
  try {
    return await use(bytesInOrder(reader, () => {
      const file = openTemporaryFile();
      spools.push(file);
      return file;
    }));
  } finally {
    for (const file of spools) file.close();
  }
}
