import { Tokenizer } from 'htmlparser2';

/** Told of the tags of a page, in order. Names are in small letters. */
export interface TagEvents {
  readonly onTag: (name: string, attributes: Readonly<Record<string, string>>) => void;
  /** Of a `script` or a `style`, when it ends, however it ends. */
  readonly onBlock: (name: 'script' | 'style', attributes: Readonly<Record<string, string>>, text: string) => void;
}

/**
 * Reads the tags of a page. A tokenizer and no parser: parsers keep a stack of open elements, and take time that grows with its square where
 * somebody opens a hundred thousand.
 */
export function readTags(html: string, { onTag, onBlock }: TagEvents): void {
  let name = '';
  let attributes: Record<string, string> = {};
  let attribute = '';
  let value = '';
  let block: { readonly name: 'script' | 'style'; readonly attributes: Readonly<Record<string, string>>; text: string } | undefined;
  const endBlock = (): void => {
    if (block !== undefined) onBlock(block.name, block.attributes, block.text);
    block = undefined;
  };
  const endTag = (): void => {
    onTag(name, attributes);
    if (name === 'script' || name === 'style') block = { name, attributes, text: '' };
  };
  const nothing = (): void => undefined;
  const tokenizer = new Tokenizer({ decodeEntities: true }, {
    onopentagname(start, end) {
      endBlock();
      name = html.slice(start, end).toLowerCase();
      attributes = {};
    },
    onattribname(start, end) {
      attribute = html.slice(start, end).toLowerCase();
      value = '';
    },
    onattribdata(start, end) {
      value += html.slice(start, end);
    },
    onattribentity(codePoint) {
      value += String.fromCodePoint(codePoint);
    },
    onattribend() {
      // The first of several attributes of a name counts (WHATWG HTML, section 13.2.5.33).
      if (!Object.hasOwn(attributes, attribute)) attributes[attribute] = value;
    },
    onopentagend: endTag,
    onselfclosingtag: endTag,
    onclosetag: endBlock,
    ontext(start, end) {
      if (block !== undefined) block.text += html.slice(start, end);
    },
    ontextentity: nothing,
    oncdata: nothing,
    oncomment: nothing,
    ondeclaration: nothing,
    onprocessinginstruction: nothing,
    onend: endBlock,
  });
  tokenizer.write(html);
  tokenizer.end();
}
