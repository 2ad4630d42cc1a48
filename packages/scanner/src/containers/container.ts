import type { FilePath } from '../paths/file-path.ts';
import type { ByteReader } from './byte-reader.ts';
import type { ContainerBytes } from './random-access.ts';

/** A blob within a container. */
export interface Member {
  /** Name within an archive, as it stands there; it may be anything. Absent for what a compressed file is as a whole. */
  readonly name?: FilePath;
  /** To be read before the next member is asked for; throws `ContainerError` behind the last byte that can be had. */
  readonly bytes: ByteReader;
}

/** A member into which nobody can look. */
export interface ClosedMember {
  readonly name: FilePath;
  /** `unread` makes the scan incomplete; `skipped` does not, as for other formats that nobody reads. */
  readonly closed: 'skipped' | 'unread';
  readonly reason: string;
}

/** What a format is told by. */
export interface ContainerHead {
  /** First bytes of the blob. */
  readonly bytes: Buffer;
  readonly path: string;
}

/** One kind of container. One file a format, listed in `index.ts`. */
export interface ContainerFormat {
  /** In words, as it stands in `via` of findings in compressed files: `gzip`. */
  readonly name: string;
  /** Compressed files hold one blob and no names; archives hold members. */
  readonly kind: 'compressed' | 'archive';
  /** The bytes of members stand in those of the container as they are, and none of them twice. */
  readonly isPlain?: boolean;
  /** All that may be text in its bytes stands in members: they are not looked at as they are. */
  readonly isComplete?: boolean;
  accepts(head: ContainerHead): boolean;
  /**
   * Gives the members one after the other, each of which can be read until the next is asked for.
   *
   * @throws {ContainerError} where the container cannot be read on.
   */
  members(bytes: ContainerBytes): AsyncIterable<Member | ClosedMember>;
}
