import type { Node } from '../documents/node.ts';
import { childOf, entriesOf, itemsOf, linesAt, wordsAt } from '../documents/node.ts';
import { parseJson } from '../documents/parse-json.ts';
import type { Text } from '../documents/text.ts';
import { joinTexts, rangeOfText } from '../documents/text.ts';
import { StructureBuilder } from '../structure-builder.ts';
import type { Format } from './format.ts';

/** Notebooks of Jupyter, version 4 (https://nbformat.readthedocs.io/en/latest/format_description.html) and, with worksheets, version 3. */
export const notebook: Format = {
  name: 'Jupyter notebook',
  accepts: (path) => path.endsWith('.ipynb'),
  read(text) {
    const root = parseJson(text);
    const builder = new StructureBuilder();
    const cells = [...itemsOf(root, 'cells'), ...itemsOf(root, 'worksheets').flatMap((sheet) => itemsOf(sheet, 'cells'))];
    const sources: Text[] = [];
    for (const [index, cell] of cells.entries()) {
      const words = `cell ${index + 1} of a Jupyter notebook`;
      const lines = [...linesAt(cell, 'source'), ...linesAt(cell, 'input')];
      placeLines(builder, lines, words);
      if (wordsAt(cell, 'cell_type') === 'code') sources.push(joinTexts(lines));
      for (const output of itemsOf(cell, 'outputs')) builder.passages.push(...outputsOf(builder, output, `the output of ${words}`));
    }
    // Cells share their variables: what one defines, the next one sends.
    if (sources.length > 0) builder.passages.push(joinTexts(sources, '\n'));
    return builder;
  },
};

function outputsOf(builder: StructureBuilder, output: Node, words: string): readonly Text[] {
  builder.place(output, words);
  const parts = [childOf(output, 'text'), childOf(output, 'traceback'), ...entriesOf(output, 'data').map(({ value }) => value)];
  return parts.flatMap((part) => {
    const lines = linesAt(part);
    placeLines(builder, lines, words);
    return lines.length === 0 ? [] : [joinTexts(lines, part === childOf(output, 'traceback') ? '\n' : '')];
  });
}

/** Lines by their number: nobody opens a notebook as JSON. */
function placeLines(builder: StructureBuilder, lines: readonly Text[], words: string): void {
  if (lines.length === 1 && lines[0] !== undefined) builder.place(rangeOfText(lines[0]), words);
  else for (const [index, line] of lines.entries()) builder.place(rangeOfText(line), `line ${index + 1} of ${words}`);
}
