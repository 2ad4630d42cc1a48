import type { Range } from '@submit-guard/core';
import type { Bracket } from './nesting.ts';
import { visitNesting } from './nesting.ts';

/** A part of a long program that can be parsed by itself. */
export interface ProgramWindow extends Range {
  /** The part at its offsets, with blanks in front of it. There are several ways to read it; the first that can be parsed counts. */
  readonly readings: readonly string[];
}

/** How many parts of one program are read. */
const mostWindows = 4;

/** What braces stand behind that hold statements. */
const beforeBlock = /(?:\)|=>|[;{}]|(?:^|[^\w$])(?:else|do|try|finally))\s*$/;
const declares = /^\s*(?:var|let|const)\b/;
/** What a statement cannot begin with behind a brace. */
const goesOn = /^\s*(?:else|catch|finally|while|instanceof|in|of|from)\b/;

/**
 * Takes the parts out of a long program that places in it belong to: of the function, list or object around each that is too long, as many whole
 * statements or members on either side as there is room for. Linear in the length of the text.
 *
 * @param places - offsets, ascending.
 * @param longest - UTF-16 units of a part.
 */
export function programWindows(text: string, places: readonly number[], longest: number): readonly ProgramWindow[] {
  const windows: ProgramWindow[] = [];
  const open = places.filter((place, index) => index === 0 || place !== places[index - 1]);
  for (const { place, around } of chainsOf(text, open)) {
    if (windows.length === mostWindows) break;
    if (windows.some(({ start, end }) => start <= place && place < end)) continue;
    const window = windowAround(text, place, around, longest);
    if (window !== undefined) windows.push(window);
  }
  return windows;
}

/** The brackets around each place, outermost first. */
function chainsOf(text: string, places: readonly number[]): readonly { readonly place: number; readonly around: readonly Bracket[] }[] {
  const chains: { place: number; around: readonly Bracket[] }[] = [];
  const stack: Bracket[] = [];
  const passPlaces = (offset: number): void => {
    for (let place = places[chains.length]; place !== undefined && place < offset; place = places[chains.length]) chains.push({ place, around: [...stack] });
  };
  visitNesting(text, 0, text.length, {
    open(offset) {
      passPlaces(offset);
      stack.push({ open: offset, close: text.length });
    },
    close(offset) {
      passPlaces(offset);
      const bracket = stack.pop();
      if (bracket !== undefined) bracket.close = offset;
    },
    separator: passPlaces,
  });
  passPlaces(text.length + 1);
  return chains;
}

/** A place at which a part may be cut. */
interface Border {
  readonly offset: number;
  readonly follows: 'comma' | 'statement';
}

function windowAround(text: string, place: number, around: readonly Bracket[], longest: number): ProgramWindow | undefined {
  const parent = around.findLast(({ open, close }) => close - open > longest);
  const inside = parent === undefined ? { start: 0, end: text.length } : { start: parent.open + 1, end: parent.close };
  const borders = bordersIn(text, inside, { start: place - longest, end: place + longest });
  const first = borders.find(({ offset }) => offset >= place - longest / 2 && offset <= place);
  const last = borders.findLast(({ offset }) => offset > place && offset <= place + longest / 2);
  if (first === undefined || last === undefined) return undefined;
  const statement = borders.findLast(({ offset, follows }) => follows === 'statement' && offset <= first.offset);
  const isDeclaration = first.follows === 'comma' && statement !== undefined && declares.test(text.slice(statement.offset, statement.offset + 40));
  const start = first.offset;
  const end = text.charAt(last.offset - 1) === ',' ? last.offset - 1 : last.offset;
  const code = text.slice(start, end);
  const statements = isDeclaration ? `var ${code}` : code;
  const wrapped = parent === undefined ? [['', statements, '']] as const : wrappings(text, parent, code, statements);
  return {
    start,
    end,
    readings: wrapped.flatMap(([front, body, back]) => {
      const room = start - front.length - (body.length - code.length);
      return room < 0 ? [] : [`${' '.repeat(room)}${front}${body}${back}`];
    }),
  };
}

/** What makes a program of the members of a bracket. */
function wrappings(text: string, { open }: Bracket, code: string, statements: string): readonly (readonly [front: string, body: string, back: string])[] {
  if (text.charAt(open) !== '{') return [['[', code, ']']];
  const block = ['(async function(){', statements, '\n})'] as const;
  const object = ['({', code, '})'] as const;
  return beforeBlock.test(text.slice(Math.max(0, open - 12), open)) ? [block, object] : [object, block];
}

/** Where a part of what a bracket holds may be cut, near a place. */
function bordersIn(text: string, { start, end }: Range, near: Range): readonly Border[] {
  const borders: Border[] = [];
  let depth = 0;
  let statement: Border = { offset: start, follows: 'statement' };
  const add = (border: Border): void => {
    if (border.follows === 'statement') statement = border;
    if (border.offset < near.start || border.offset > near.end) return;
    // What the first of them belongs to begins in front of them.
    if (borders.length === 0 && statement !== border) borders.push(statement);
    borders.push(border);
  };
  add(statement);
  visitNesting(text, start, end, {
    open: () => depth++,
    close(offset) {
      depth--;
      if (depth === 0 && text.charAt(offset) === '}' && /^\s*[\w$]/.test(text.slice(offset + 1, offset + 20)) && !goesOn.test(text.slice(offset + 1, offset + 20))) add({ offset: offset + 1, follows: 'statement' });
    },
    separator(offset) {
      if (depth === 0) add({ offset: offset + 1, follows: text.charAt(offset) === ',' ? 'comma' : 'statement' });
    },
  });
  add({ offset: end, follows: 'statement' });
  return borders;
}
