/**
 * Breaks text into lines of at most `columns` characters, at blanks. As in Markdown, an empty line ends a paragraph and a
 * list item begins a line and hangs below its mark; other line ends are blanks.
 *
 * @param indent - what stands in front of every line.
 */
export function wrapText(text: string, columns: number, indent = ''): string {
  const paragraphs = text.trim().split(/\n{2,}/).map((paragraph) => paragraph.split(/\n(?=[-*] |\d+\. )/));
  return paragraphs.map((items) => items.map((item) => wrapItem(item, columns, indent)).join('\n')).join('\n\n');
}

function wrapItem(item: string, columns: number, indent: string): string {
  const lines: string[] = [];
  const marker = /^(?:[-*]|\d+\.) /.exec(item)?.[0] ?? '';
  const hanging = indent + ' '.repeat(marker.length);
  let line = indent;
  for (const word of item.trim().split(/\s+/)) {
    if (line === indent) line += word;
    else if (line.length + 1 + word.length <= columns) line += ` ${word}`;
    else {
      lines.push(line);
      line = hanging + word;
    }
  }
  return [...lines, line].join('\n');
}
