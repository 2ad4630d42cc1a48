/** The script blocks of a component or an HTML page. */
export interface ScriptBlocks {
  /** The document with blanks in place of all that is no script: what stands in a block keeps its offset. */
  readonly text: string;
  /** `ts` where a block says so, else ''. */
  readonly lang: string;
}

/** Values of `type` with which browsers run a script. */
const scriptType = /\btype\s*=\s*["']?(?:module|(?:text|application)\/(?:javascript|ecmascript|babel))\b/i;

/** Takes the scripts out of a document; `undefined` where it has none. Linear: a tag that is not closed ends the search. */
export function scriptBlocksOf(document: string): ScriptBlocks | undefined {
  const opening = /<script\b([^>]{0,500})>/gi;
  const closing = /<\/script\b/gi;
  let text = '';
  let lang = '';
  for (let tag = opening.exec(document); tag !== null; tag = opening.exec(document)) {
    const start = opening.lastIndex;
    closing.lastIndex = start;
    const end = closing.exec(document)?.index;
    if (end === undefined) break;
    opening.lastIndex = end;
    const [, attributes = ''] = tag;
    if (/\btype\s*=/i.test(attributes) && !scriptType.test(attributes)) continue;
    lang ||= /\blang\s*=\s*["']?(tsx?)\b/i.exec(attributes)?.[1]?.toLowerCase() ?? '';
    text += blank(document.slice(text.length, start)) + document.slice(start, end);
  }
  return text === '' ? undefined : { text, lang };
}

/** A semicolon ends what the block before did not end. */
function blank(markup: string): string {
  return markup.replace(/[^\n\r]/g, ' ').replace(/^ /, ';');
}
