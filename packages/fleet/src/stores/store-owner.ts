import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { codeOf, failureReason } from 'submit-guard/fleet';
import { FleetError } from '../errors/fleet-error.ts';

/** Paths of stores that this process writes to: in a container, a process that was killed may have had the same number. */
const own = new Set<string>();

/** Who writes to a store: a file beside it, with the number of the process and the machine. */
export class StoreOwner {
  readonly #path: string;

  private constructor(path: string) {
    this.#path = path;
  }

  /**
   * @param store - absolute path of the store.
   * @param name - what messages call it.
   * @throws {FleetError} where a process that lives writes to it, or nobody may.
   */
  static take(store: string, name: string): StoreOwner {
    const path = `${store}.writer`;
    for (;;) {
      try {
        writeFileSync(path, `${process.pid} ${hostname()}\n`, { flag: 'wx' });
        own.add(path);
        return new StoreOwner(path);
      } catch (error) {
        if (codeOf(error) !== 'EEXIST') throw new FleetError(`The store ${name} cannot be written: ${codeOf(error) === 'ENOENT' ? 'its folder does not exist' : failureReason(error)}.`);
      }
      const [pid = '', host] = readOwner(path).split(' ');
      // A process that was killed before it wrote its number leaves nothing to be told by.
      if (pid === '' || (host === hostname() && !lives(Number(pid), path))) rmSync(path, { force: true });
      else throw new FleetError(`Another scan writes to ${name} (process ${Number(pid)} on ${host === hostname() ? 'this machine' : 'another machine'}). Wait for it, or name another store with --store.`);
    }
  }

  /** Whether a process that may still live writes to a store. */
  static isTaken(store: string): boolean {
    const [pid = '', host] = readOwner(`${store}.writer`).split(' ');
    return pid !== '' && (host !== hostname() || lives(Number(pid), `${store}.writer`));
  }

  release(): void {
    own.delete(this.#path);
    rmSync(this.#path, { force: true });
  }
}

function readOwner(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return '';
  }
}

function lives(pid: number, path: string): boolean {
  if (pid === process.pid) return own.has(path);
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}
