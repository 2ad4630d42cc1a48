import type { ByteReader } from '../../containers/byte-reader.ts';
import { fill, prefixed } from '../../containers/byte-reader.ts';
import { ContainerBudget } from '../../containers/budget.ts';
import { CheckedReader } from '../../containers/checked-reader.ts';
import type { ContainerFormat } from '../../containers/container.ts';
import { ContainerError } from '../../containers/container-error.ts';
import { containerFormatOf } from '../../containers/index.ts';
import type { ContainerLimits } from '../../containers/limits.ts';
import type { ContainerBytes, RandomAccess } from '../../containers/random-access.ts';
import { bytesAnywhere } from '../../containers/random-access.ts';
import { memberPath } from '../../paths/file-path.ts';
import { quotePath } from '../../paths/quote-path.ts';
import { headLength } from '../../readers/reader.ts';
import { withSpools } from './with-spools.ts';

/** Which members of a container are read, and what becomes of them. */
export interface MemberQuery {
  /** Paths as they are reported: `a.zip!dir/file`. A compressed file has its own. */
  readonly paths: ReadonlySet<string>;
  /** Bytes of the longest that is read. */
  readonly most: number;
  /** Takes the bytes of a member; `undefined` where it is longer. */
  readonly visit: (path: string, bytes: Buffer | undefined) => void;
  /** Told of every member of the archives around these; all of them are passed then. */
  readonly onPass?: ((path: string) => void) | undefined;
}

/**
 * Reads some members of a container once more, however deep they are, within the limits of the first time. What cannot be read was said then.
 *
 * @param path - of the container, as it is reported.
 */
export async function readMembers(path: string, bytes: RandomAccess, limits: ContainerLimits, query: MemberQuery): Promise<void> {
  const head = Buffer.alloc(headLength);
  const format = containerFormatOf({ bytes: head.subarray(0, bytes.readAt(head, 0)), path });
  if (format === undefined) return;
  try {
    await new MemberReading(new ContainerBudget(limits, () => bytes.size), query).enter(format, bytesAnywhere(bytes), path, 1);
  } catch (error) {
    if (!(error instanceof ContainerError)) throw error;
  }
}

class MemberReading {
  readonly #budget: ContainerBudget;
  readonly #query: MemberQuery;
  readonly #open: Set<string>;
  /** Paths of the containers around what is wanted. */
  readonly #around: ReadonlySet<string>;

  constructor(budget: ContainerBudget, query: MemberQuery) {
    this.#budget = budget;
    this.#query = query;
    this.#open = new Set(query.paths);
    this.#around = new Set([...query.paths].flatMap((wanted) => Array.from(wanted.matchAll(/!/g), ({ index }) => wanted.slice(0, index))));
  }

  async enter(format: ContainerFormat, bytes: ContainerBytes, path: string, depth: number): Promise<void> {
    this.#budget.enter(depth);
    for await (const { name, ...member } of format.members(bytes)) {
      if (name !== undefined) this.#budget.countMember();
      const own = name === undefined ? path : quotePath(memberPath(path, name));
      if (name !== undefined) this.#query.onPass?.(own);
      if ('bytes' in member && (this.#open.has(own) || this.#around.has(own))) {
        await this.#readMember(own, new CheckedReader(member.bytes, format.isPlain === true && depth > 1 ? undefined : this.#budget), depth);
      }
      if (this.#open.size === 0 && this.#query.onPass === undefined) return;
    }
  }

  async #readMember(path: string, reader: CheckedReader, depth: number): Promise<void> {
    const head = Buffer.alloc(headLength);
    const first = head.subarray(0, await fill(reader, head));
    const inner = containerFormatOf({ bytes: first, path });
    if (inner === undefined) {
      if (this.#open.delete(path)) this.#query.visit(path, await this.#wholeOf(prefixed(first, reader)));
      return;
    }
    await withSpools(prefixed(first, reader), (bytes) => this.enter(inner, bytes, path, depth + 1));
  }

  async #wholeOf(reader: ByteReader): Promise<Buffer | undefined> {
    const chunks: Buffer[] = [];
    let length = 0;
    for (;;) {
      const chunk = Buffer.allocUnsafeSlow(Math.min(chunkSize, this.#query.most + 1 - length));
      const count = await fill(reader, chunk);
      length += count;
      if (length > this.#query.most) return undefined;
      chunks.push(chunk.subarray(0, count));
      if (count < chunk.length) return Buffer.concat(chunks);
    }
  }
}

const chunkSize = 1_048_576;
