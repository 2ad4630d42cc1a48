import type { OpenPdf } from './open-pdf.ts';

/** What a PDF says of itself (ISO 32000-1, table 317). */
const properties = ['Title', 'Author', 'Subject', 'Keywords', 'Creator', 'Producer'];

/** What a comment says, what stands in a field, and how it is called (12.5.2, 12.7.3). */
const entries = ['Contents', 'V', 'T', 'TU'];

/** The properties of a document that have a text. */
export function propertiesOf({ pdfium, document }: OpenPdf): readonly string[] {
  const { api } = pdfium;
  return properties.flatMap((name) => {
    const text = pdfium.text((address, length) => api.FPDF_GetMetaText(document, name, address, length));
    return text === '' ? [] : [`${name}: ${text}`];
  });
}

/** The comments and fields of a page: the name of a field, if there is one, and what stands in it. */
export function annotationsOf({ pdfium }: OpenPdf, page: number): readonly string[] {
  const { api } = pdfium;
  const texts: string[] = [];
  for (let number = 0; number < api.FPDFPage_GetAnnotCount(page); number++) {
    const annotation = api.FPDFPage_GetAnnot(page, number);
    if (annotation === 0) continue;
    const [contents, value, ...names] = entries.map((name) => pdfium.text((address, length) => api.FPDFAnnot_GetStringValue(annotation, name, address, length)));
    if (contents !== undefined && contents !== '') texts.push(contents);
    if (value !== undefined && value !== '') texts.push(`${names.find((name) => name !== '') ?? 'field'}: ${value}`);
    api.FPDFPage_CloseAnnot(annotation);
  }
  return texts;
}

/** Says how many files a document carries, which are not read. */
export function omissionOf({ pdfium: { api }, document }: OpenPdf): string | undefined {
  const count = api.FPDFDoc_GetAttachmentCount(document);
  return count === 0 ? undefined : `its ${count === 1 ? 'attachment was' : `${count} attachments were`} not read; save ${count === 1 ? 'it' : 'them'} as ${count === 1 ? 'a file' : 'files'} to have that done`;
}
