import type { Layout } from './layout.ts';

const headerWord = /bearer|authori[sz]ation/gi;

/** Where the words of a header with a credential stand in a text, each with its end; ascending. For `Layout.derived`. */
export interface HeaderWord {
  readonly start: number;
  readonly end: number;
  readonly isBearer: boolean;
}

const lengthOfBearer = 'bearer'.length;
const lengthOfAuthorization = 'authorization'.length;
const lowerCase = 0x20;
const letterR = 0x72;

/** The words `Authorization` and `Bearer` of a text, as words or parts of words, ascending. For `Layout.derived`. */
export function headerWordsIn({ text }: Layout): readonly HeaderWord[] {
  const words: HeaderWord[] = [];
  headerWord.lastIndex = 0;
  while (headerWord.test(text)) {
    const end = headerWord.lastIndex;
    const isBearer = (text.charCodeAt(end - 1) | lowerCase) === letterR;
    words.push({ start: end - (isBearer ? lengthOfBearer : lengthOfAuthorization), end, isBearer });
  }
  return words;
}
