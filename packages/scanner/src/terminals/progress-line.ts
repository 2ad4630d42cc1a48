/** Milliseconds before anything is shown: a short scan shows nothing. */
const delay = 600;

/** Milliseconds between two states of the line. */
const interval = 100;

/** Milliseconds between two lines where there is no terminal to write over. */
const plainInterval = 5000;

const units = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'];

/** An amount of bytes with three digits, in powers of 1000. */
export function formatBytes(bytes: number): string {
  let amount = bytes;
  let unit = 0;
  for (; amount >= 999.5 && unit < units.length - 1; unit++) amount /= 1000;
  return `${unit === 0 ? String(amount) : amount.toPrecision(3)} ${units[unit]}`;
}

export interface ProgressOptions {
  readonly write: (text: string) => void;
  /** Whether the line can be written over and erased. */
  readonly isTerminal: boolean;
  /** Milliseconds. */
  readonly now?: () => number;
}

/** Shows how far a long scan has come: files, bytes and rate. Nothing of what was read. */
export class ProgressLine {
  readonly #options: ProgressOptions;
  readonly #now: () => number;
  readonly #begin: number;
  #last = -Infinity;
  #isShown = false;

  constructor(options: ProgressOptions) {
    this.#options = options;
    this.#now = options.now ?? (() => performance.now());
    this.#begin = this.#now();
  }

  show({ files, bytes, pictures }: { readonly files: number; readonly bytes: number; readonly pictures?: { readonly read: number; readonly all: number } }): void {
    const now = this.#now();
    const { isTerminal, write } = this.#options;
    if (now - this.#begin < delay || now - this.#last < (isTerminal ? interval : plainInterval)) return;
    this.#last = now;
    const rate = bytes / ((now - this.#begin) / 1000);
    const images = pictures === undefined ? '' : `; images: ${pictures.read.toLocaleString('en')} of ${pictures.all.toLocaleString('en')}`;
    const line = `Scanned ${files.toLocaleString('en')} ${files === 1 ? 'file' : 'files'}, ${formatBytes(bytes)}, ${formatBytes(Math.round(rate))}/s${images}`;
    if (!isTerminal) return write(`${line}\n`);
    this.#isShown = true;
    write(`\r${line}\u001b[K`);
  }

  /** Takes the line away. */
  erase(): void {
    if (this.#isShown) this.#options.write('\r\u001b[K');
    this.#isShown = false;
  }
}
