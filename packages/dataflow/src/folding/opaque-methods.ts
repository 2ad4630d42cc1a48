import type { Origin } from '../origins/origin.ts';
import type { Node } from '../syntax/node.ts';
import { whitespacePattern } from './patterns.ts';
import { knownText } from './text.ts';
import type { Opaque, Value } from './value.ts';

/** String methods after which the whole text can still be read. */
const transparent: ReadonlySet<string> = new Set([
  'toString', 'valueOf', 'trim', 'trimStart', 'trimEnd', 'toLowerCase', 'toUpperCase', 'normalize', 'concat', 'padEnd', 'padStart', 'split', 'join',
  'reverse', 'repeat', 'toJSON', 'clone',
]);

/** Methods whose result tells whether and where, not what. */
const showsNothing = /^(?:includes|startsWith|endsWith|indexOf|lastIndexOf|search|test|match|localeCompare|at|charAt|charCodeAt|codePointAt|digest|digestSync|compare|verify|replace|replaceAll|equals|has)$/;

/** Units of a key from which showing them is showing the key. */
const tellingUnits = 9;

/**
 * A method called on an unknown value. What the receiver was can still be read in the result where the method keeps
 * the text (`trim`), not where it cuts it short (`slice(0, 4)`), hashes it, or is not known.
 */
export function callOpaqueMethod(receiver: Value, name: string, args: readonly (readonly Value[])[], origin: Origin, node: Node): Opaque {
  const opaque: Opaque = { kind: 'opaque', origin, node };
  if (transparent.has(name)) return { ...opaque, carries: [receiver, ...(name === 'concat' ? args.flat() : [])] };
  if (name === 'encode' || name === 'decode') return { ...opaque, carries: args.flat() };
  if (name === 'slice' || name === 'substring' || name === 'substr') return keepsMost(name, args) ? { ...opaque, carries: [receiver] } : { ...opaque, cut: true };
  if ((name === 'replace' || name === 'replaceAll') && isCleaning(args)) return { ...opaque, carries: [receiver] };
  return { ...opaque, cut: showsNothing.test(name) };
}

function keepsMost(name: string, args: readonly (readonly Value[])[]): boolean {
  const [from, to] = [numberOf(args[0]), numberOf(args[1])];
  if (args.length === 0) return true;
  if (from === undefined) return false;
  if (args.length === 1) return from >= 0 ? from < tellingUnits : -from >= tellingUnits;
  if (to === undefined || from < 0) return false;
  if (name === 'substr') return to >= tellingUnits;
  return to < 0 ? true : to - from >= tellingUnits;
}

function numberOf(values: readonly Value[] | undefined): number | undefined {
  const value = values?.[0];
  return value?.kind === 'constant' && typeof value.value === 'number' ? value.value : undefined;
}

/** Replacing blanks or a scheme by nothing leaves the key. */
function isCleaning(args: readonly (readonly Value[])[]): boolean {
  const [pattern, replacement] = [args[0]?.[0], args[1]?.[0]];
  if (!pattern || knownText(replacement) !== '') return false;
  const search = pattern.kind === 'pattern' ? pattern.source : knownText(pattern);
  return whitespacePattern(pattern) || /^\^?bearer/i.test(search ?? '') || (search !== undefined && /^[\s"'\\nrt]*$/.test(search));
}
