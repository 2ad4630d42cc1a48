import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { WrappedPdfiumModule } from '@embedpdf/pdfium';

/** PDFium as WebAssembly, and what of it deals with its memory. */
export interface Pdfium {
  readonly api: WrappedPdfiumModule;
  /** Puts bytes into its memory. @returns their address, to be freed. */
  readonly put: (bytes: Uint8Array) => number;
  readonly free: (address: number) => void;
  /** The bytes that stand at an address now; a view that the next call may void. */
  readonly bytesAt: (address: number, length: number) => Uint8Array;
  /** Room for numbers that a function gives back: addresses of eight 64-bit floating numbers. Used again by the next call. */
  readonly slots: readonly number[];
  /** The floating numbers in the slots. */
  readonly numberIn: (slot: number) => number;
  /** The whole number in a slot. */
  readonly integerIn: (slot: number) => number;
  /** A text that a function writes as UTF-16 into room it is given; it tells how many bytes it needs. '' where there is none. */
  readonly text: (write: (address: number, length: number) => number) => string;
}

/** Bytes of one text of the metadata; longer ones are no notes of a person. */
const longestText = 1_048_576;

let loading: Promise<Pdfium> | undefined;

/** Loads PDFium once; everything it needs is read from the disk. */
export function loadPdfium(): Promise<Pdfium> {
  return (loading ??= load());
}

async function load(): Promise<Pdfium> {
  const require = createRequire(import.meta.url);
  const { init } = await import('@embedpdf/pdfium');
  const api = await init({ wasmBinary: readFileSync(require.resolve('@embedpdf/pdfium/pdfium.wasm')) });
  api.PDFiumExt_Init();
  // The types leave the memory out, which moves when it grows.
  const memory = api.pdfium as unknown as { readonly HEAPU8: Uint8Array; readonly HEAPF64: Float64Array; readonly HEAP32: Int32Array };
  const { malloc, free } = api.pdfium.wasmExports;
  const room = malloc(8 * 8);
  const slots = Array.from({ length: 8 }, (_, number) => room + 8 * number);
  const allocate = (length: number): number => {
    const address = malloc(length);
    if (address === 0) throw new Error('PDFium has no memory left.');
    return address;
  };
  const bytesAt = (address: number, length: number): Uint8Array => memory.HEAPU8.subarray(address, address + length);
  return {
    api,
    put(bytes) {
      const address = allocate(bytes.length);
      memory.HEAPU8.set(bytes, address);
      return address;
    },
    free,
    bytesAt,
    slots,
    numberIn: (slot) => memory.HEAPF64[(slots[slot] ?? 0) / 8] ?? 0,
    integerIn: (slot) => memory.HEAP32[(slots[slot] ?? 0) / 4] ?? 0,
    text(write) {
      const length = Math.min(write(0, 0), longestText);
      if (length <= 2) return '';
      const address = allocate(length);
      write(address, length);
      const text = Buffer.from(bytesAt(address, length - 2)).toString('utf16le');
      free(address);
      return text;
    },
  };
}
