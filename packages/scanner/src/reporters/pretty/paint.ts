import { styleText } from 'node:util';

/** What a stretch of text is; decides its look. */
const looks = {
  plain: [],
  strong: ['bold'],
  faint: ['dim'],
  path: ['bold', 'underline'],
  error: ['red', 'bold'],
  warning: ['yellow', 'bold'],
  info: ['blue', 'bold'],
  good: ['green', 'bold'],
  mend: ['green'],
  key: ['red', 'bold'],
  evidence: ['cyan'],
  rule: ['cyan'],
} as const;

export type Look = keyof typeof looks;

/** Gives text a look, or leaves it as it is where there is no colour. */
export type Paint = (look: Look, text: string) => string;

export function createPaint(color: boolean): Paint {
  if (!color) return (_, text) => text;
  // The command line has decided about colour; the stream that `styleText` would look at may be another one.
  return (look, text) =>
    text === '' || look === 'plain' ? text : styleText([...looks[look]], text, { validateStream: false });
}
