import { deflateSync } from 'node:zlib';
import { loadPdfium } from '../src/documents/pdf/pdfium.ts';
import type { Raster } from '../src/pixels/raster.ts';

/** A page: its content stream, and what else its dictionary says. */
export interface WrittenPage {
  readonly content: string;
  readonly entries?: string;
  /** An image that the content draws as `/Im`. */
  readonly image?: Raster;
}

/** Writes text at a place, in points from the lower left corner, in a font with letters of one width. */
export function textAt(x: number, y: number, text: string, size = 12): string {
  return `BT /F1 ${size} Tf ${x} ${y} Td (${text.replaceAll(/[\\()]/g, '\\$&')}) Tj ET\n`;
}

/** Writes a PDF with pages of 600 x 400 points (ISO 32000-1, 7.5). */
export function writePdf(pages: readonly WrittenPage[], catalogue = ''): Buffer {
  const objects: Buffer[] = [];
  const add = (body: string | Buffer): number => objects.push(Buffer.from(body));
  const stream = (entries: string, data: Buffer): Buffer => Buffer.concat([Buffer.from(`<< ${entries} /Length ${data.length} >>\nstream\n`), data, Buffer.from('\nendstream')]);
  add(`<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`);
  add('');
  const font = add('<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>');
  const kids = pages.map(({ content, entries = '', image }) => {
    const contents = add(stream('', Buffer.from(content)));
    const drawn = image && add(stream(`/Type /XObject /Subtype /Image /Width ${image.width} /Height ${image.height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /FlateDecode`, deflateSync(rgbOf(image))));
    const resources = `<< /Font << /F1 ${font} 0 R >> ${drawn === undefined ? '' : `/XObject << /Im ${drawn} 0 R >>`} >>`;
    return add(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 400] /Contents ${contents} 0 R /Resources ${resources} ${entries} >>`);
  });
  objects[1] = Buffer.from(`<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`);
  const parts = [Buffer.from('%PDF-1.7\n')];
  const offsets: number[] = [];
  let length = parts[0]?.length ?? 0;
  objects.forEach((body, number) => {
    const part = Buffer.concat([Buffer.from(`${number + 1} 0 obj\n`), body, Buffer.from('\nendobj\n')]);
    offsets.push(length);
    length += part.length;
    parts.push(part);
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`));
  return Buffer.concat(parts);
}

function rgbOf({ rgba }: Raster): Buffer {
  return Buffer.from(rgba.filter((_, at) => at % 4 !== 3));
}

/** The same document, encrypted by PDFium. */
export async function encrypted(bytes: Buffer, password: string): Promise<Buffer> {
  const { api, put, free, bytesAt } = await loadPdfium();
  const file = put(bytes);
  const document = api.FPDF_LoadMemDocument(file, bytes.length, '');
  api.EPDF_SetEncryption(document, password, 'owner', 0);
  const writer = api.PDFiumExt_OpenFileWriter();
  api.PDFiumExt_SaveAsCopy(document, writer);
  const size = api.PDFiumExt_GetFileWriterSize(writer);
  const target = put(Buffer.alloc(size));
  api.PDFiumExt_GetFileWriterData(writer, target, size);
  const copy = Buffer.from(bytesAt(target, size));
  for (const address of [file, target]) free(address);
  api.PDFiumExt_CloseFileWriter(writer);
  api.FPDF_CloseDocument(document);
  return copy;
}
