import type { Box, Line, Word } from '../../reading.ts';
import type { PageScale } from './page-scale.ts';
import type { Pdfium } from './pdfium.ts';

/** What PDFium gives for a hyphen at the end of a line. */
const hyphen = 0x02;

/** Code units of the longest word. Nobody writes one; memory is bounded. */
const longestWord = 100_000;

/** The text of a page as it stands in the file, line by line. */
export function textOfPage({ api, slots, numberIn }: Pdfium, page: number, { boxOf }: PageScale): readonly Line[] {
  const text = api.FPDFText_LoadPage(page);
  if (text === 0) return [];
  const lines: Line[] = [];
  let line: Word[] = [];
  let letters: { readonly text: string; readonly box: Box }[] = [];
  const endWord = (): void => {
    if (letters.length > 0) line.push(wordOf(letters));
    letters = [];
  };
  const endLine = (): void => {
    endWord();
    if (line.length > 0) lines.push(line);
    line = [];
  };
  const [left = 0, right = 0, bottom = 0, top = 0] = slots;
  try {
    const count = api.FPDFText_CountChars(text);
    for (let at = 0; at < count; at++) {
      const code = api.FPDFText_GetUnicode(text, at);
      if (code === 0x0a || code === 0x0d) endLine();
      else if (/\s/u.test(String.fromCodePoint(code)) || letters.length > longestWord) endWord();
      else if (code !== 0 && code !== 0xfffe && api.FPDFText_GetCharBox(text, at, left, right, bottom, top)) {
        letters.push({ text: code === hyphen ? '-' : String.fromCodePoint(code), box: boxOf({ left: numberIn(0), right: numberIn(1), bottom: numberIn(2), top: numberIn(3) }) });
      }
    }
    endLine();
  } finally {
    api.FPDFText_ClosePage(text);
  }
  return lines;
}

function wordOf(letters: readonly { readonly text: string; readonly box: Box }[]): Word {
  const x = Math.min(...letters.map(({ box }) => box.x));
  const y = Math.min(...letters.map(({ box }) => box.y));
  return {
    text: letters.map(({ text }) => text).join(''),
    box: { x, y, width: Math.max(...letters.map(({ box }) => box.x + box.width)) - x, height: Math.max(...letters.map(({ box }) => box.y + box.height)) - y },
    characters: letters.flatMap(({ text, box }) => Array.from({ length: text.length }, () => box)),
  };
}
