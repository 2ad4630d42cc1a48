import type { ByteReader } from './byte-reader.ts';
import type { ContainerFormat } from './container.ts';
import { ContainerError } from './container-error.ts';
import type { RandomAccess } from './random-access.ts';
import { isPlaywrightReport } from './signs.ts';

/** What stands in front of the data of a report, in the template `playwrightReportBase64` of its page. */
const mark = Buffer.from('data:application/zip;base64,');

/** Bytes that are looked at or decoded at once; divisible by four. */
const chunkSize = 1_048_576;

/** The pages that the HTML reporter of Playwright writes: a program, and all results as a zip archive in base64. */
export const playwrightReport: ContainerFormat = {
  name: 'Playwright report',
  kind: 'archive',
  accepts: ({ bytes }) => isPlaywrightReport(bytes),
  async *members(container) {
    const bytes = await container.anywhere();
    // Other pages with this title have no data.
    for (let start = find(bytes, 0); start !== undefined; start = find(bytes, start)) yield { name: 'report.zip', bytes: decoded(bytes, start) };
  },
};

/** The offset behind the next mark. */
function find(bytes: RandomAccess, from: number): number | undefined {
  const chunk = Buffer.alloc(chunkSize);
  for (let at = from; at < bytes.size; at += chunkSize - mark.length) {
    const index = chunk.subarray(0, bytes.readAt(chunk, at)).indexOf(mark);
    // The program of the page may speak of such data: a zip archive begins with `PK`, in base64 `UEs`.
    if (index !== -1 && isZip(bytes, at + index + mark.length)) return at + index + mark.length;
  }
  return undefined;
}

function isZip(bytes: RandomAccess, start: number): boolean {
  const head = Buffer.alloc(3);
  return bytes.readAt(head, start) === 3 && head.toString('latin1') === 'UEs';
}

const base64 = /^[\w+/]*/;

/** Decodes base64 from an offset up to the first character that is none. */
function decoded(bytes: RandomAccess, start: number): ByteReader {
  let at = start;
  let rest = Buffer.alloc(0);
  let isLast = false;
  return {
    read(target) {
      if (rest.length === 0 && !isLast) {
        const chunk = Buffer.alloc(chunkSize);
        const text = base64.exec(chunk.toString('latin1', 0, bytes.readAt(chunk, at)))?.[0] ?? '';
        isLast = text.length < chunkSize;
        if (isLast && at + text.length >= bytes.size) throw new ContainerError('is cut short');
        at += text.length;
        rest = Buffer.from(text, 'base64');
      }
      const count = Math.min(rest.length, target.length);
      target.set(rest.subarray(0, count));
      rest = rest.subarray(count);
      return count;
    },
  };
}
