import { createHash } from 'node:crypto';
import { PolicyError } from '@submit-guard/core';
import { cleanObjectsPath, loadCleanObjects, saveCleanObjects } from './clean-objects.ts';

/** Bytes of a SHA-256. */
const idBytes = 32;

/** Images that are kept; more than anybody has in one work tree. */
const mostImages = 200_000;

/** Stands in place of the reason of what was read and is clean. */
const clean = '';

/** What earlier runs know of images: that nothing can be found in them, or that they are no screenshots. Hashes of images stand in its file, and no text. */
export class CleanPictures {
  readonly #path: string | undefined;
  /** Reasons why images were passed over, or {@link clean}, by the hash of the image. */
  readonly #known = new Map<string, string>();
  #isChanged = false;

  /**
   * @param folder - absolute path of the folder that the images belong to.
   * @param key - stands for everything that decides what is clean.
   */
  constructor(environment: Readonly<Record<string, string | undefined>>, folder: string, key: string) {
    this.#path = cleanObjectsPath(environment, `pictures:${folder}`, key);
    const saved = this.#path === undefined ? undefined : loadCleanObjects(this.#path, idBytes);
    if (saved === undefined) return;
    for (const [reason, ids] of [[clean, saved.clean] as const, ...saved.skipped]) {
      for (let at = 0; at < ids.length; at += idBytes) this.#known.set(ids.toString('hex', at, at + idBytes), reason);
    }
  }

  /** A hash of the bytes of an image. */
  idOf(bytes: Uint8Array): string {
    return createHash('sha256').update(bytes).digest('hex');
  }

  /** @returns the reason why an image was passed over, '' where it was read and is clean, `undefined` where nothing is known. */
  about(id: string): string | undefined {
    return this.#known.get(id);
  }

  /** @param reason - why the image was passed over; '' where it was read. */
  add(id: string, reason: string): void {
    if (this.#known.size >= mostImages) return;
    this.#known.set(id, reason);
    this.#isChanged = true;
  }

  /** Writes what the next run is to know; where that fails, the next run reads the images again. */
  save(): void {
    if (this.#path === undefined || !this.#isChanged) return;
    const tables = new Map<string, string[]>([[clean, []]]);
    for (const [id, reason] of this.#known) {
      const ids = tables.get(reason);
      if (ids === undefined) tables.set(reason, [id]);
      else ids.push(id);
    }
    const [cleanIds = Buffer.alloc(0), ...skipped] = [...tables.values()].map((ids) => Buffer.from(ids.sort().join(''), 'hex'));
    const reasons = [...tables.keys()].slice(1);
    try {
      saveCleanObjects(this.#path, {
        idBytes, clean: cleanIds, skipped: new Map(reasons.map((reason, number) => [reason, skipped[number] ?? Buffer.alloc(0)])),
        listing: '', doubtful: [], commits: 0, tips: [], missing: [],
      });
    } catch (error) {
      if (!(error instanceof PolicyError)) throw error;
    }
  }
}
