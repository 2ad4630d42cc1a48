import type { ImageReader } from './image-reader.ts';

/** The reader of images that is installed beside us, or why there is none. */
export type InstalledReader = { readonly kind: 'open'; readonly reader: ImageReader } | { readonly kind: 'missing'; readonly reason: string };

/** Says what to do where there is none. */
export const missingReader = '@submit-guard/screenshots, which reads screenshots, is not installed. Install it beside submit-guard.';

/** Whether a reader is installed, without loading any of it. */
export function isReaderInstalled(): boolean {
  try {
    import.meta.resolve('@submit-guard/screenshots');
    return true;
  } catch {
    return false;
  }
}

/**
 * Opens the reader of `@submit-guard/screenshots`. It is looked for beside this package and never in what is scanned: a stranger's code would run.
 *
 * @param lanes - images that are read at the same time.
 */
export async function openInstalledReader(lanes: number): Promise<InstalledReader> {
  try {
    const { openReader } = await import('@submit-guard/screenshots');
    return { kind: 'open', reader: openReader({ lanes }) };
  } catch (error) {
    if (error instanceof Error && error.name === 'EngineMissing') return { kind: 'missing', reason: error.message };
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND') return { kind: 'missing', reason: missingReader };
    throw error;
  }
}
