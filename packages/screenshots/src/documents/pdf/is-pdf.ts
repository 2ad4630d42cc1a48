import { startsWith } from '../../formats/format.ts';

/** Whether a file is a PDF (ISO 32000-1, 7.5.2). */
export function isPdf(bytes: Buffer): boolean {
  return startsWith(bytes, '%PDF-');
}
