import type { Pdfium } from './pdfium.ts';
import { loadPdfium } from './pdfium.ts';

/** A PDF that is open. Addresses are those in the memory of PDFium. */
export interface OpenPdf {
  readonly pdfium: Pdfium;
  readonly document: number;
  /** Number of its pages. */
  readonly pages: number;
}

/** Codes of `FPDF_GetLastError` (fpdfview.h). */
const errors = { password: 4, security: 5 };

/** Why a PDF cannot be opened, in a sentence for the coverage. */
export class ClosedPdf extends Error {
  override readonly name = 'ClosedPdf';
}

/**
 * Opens a PDF while something is done with it. One that only forbids printing or copying is open to everybody.
 *
 * @throws {ClosedPdf} where it needs a password, or is damaged.
 */
export async function withPdf<T>(bytes: Uint8Array, use: (pdf: OpenPdf) => Promise<T>): Promise<T> {
  const pdfium = await loadPdfium();
  const { api } = pdfium;
  const file = pdfium.put(bytes);
  try {
    const document = api.FPDF_LoadMemDocument(file, bytes.length, '');
    if (document === 0) throw new ClosedPdf(reasonFor(api.FPDF_GetLastError()));
    try {
      return await use({ pdfium, document, pages: api.FPDF_GetPageCount(document) });
    } finally {
      api.FPDF_CloseDocument(document);
    }
  } finally {
    pdfium.free(file);
  }
}

function reasonFor(error: number): string {
  if (error === errors.password) return 'encrypted PDF: it needs a password; save a copy without one to have it read';
  return error === errors.security ? 'encrypted PDF: its encryption is not read; save a copy without it to have it read' : 'damaged PDF';
}

/**
 * Opens a page while something is done with it.
 *
 * @param number - from 1.
 * @returns `undefined` where there is no such page, or it is damaged.
 */
export async function withPage<T>({ pdfium: { api }, document }: OpenPdf, number: number, use: (page: number) => T | Promise<T>): Promise<T | undefined> {
  const page = api.FPDF_LoadPage(document, number - 1);
  if (page === 0) return undefined;
  try {
    return await use(page);
  } finally {
    api.FPDF_ClosePage(page);
  }
}
