import type { Range } from '../evidence/evidence.ts';
import type { Layout } from '../layouts/layout.ts';
import type { Associations } from './association.ts';

/** A definition of Lisp up to its name: `(define `, `(defparameter *`. */
const definition = /\((?:def[\w-]*|setq|set!)\s+[*+]?$/;

/** Uses of a name that are looked at. */
const mostUses = 20;

/**
 * Whether a name that a form of Lisp defines is passed to requests, and none of them is one to Submit. Names of Lisp have hyphens in them, and are no identifiers to
 * {@link Associations}.
 *
 * @param name - where it is defined.
 */
export function isPassedElsewhere(layout: Layout, associations: Associations, { start, end }: Range): boolean {
  const { text, names } = layout;
  if (!definition.test(text.slice(Math.max(0, start - 40), start))) return false;
  layout.noteFar();
  const uses = [...names.wordsOf(text.slice(start, end))].filter((at) => at !== start && text.charAt(at - 1) !== '-' && text.charAt(at + end - start) !== '-').slice(0, mostUses);
  const passed = uses.map((at) => associations.of(at)).filter((association) => association?.tie === 'statement');
  return passed.length > 0 && passed.every((association) => association?.target.owner === 'other');
}
