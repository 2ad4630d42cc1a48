/** Bounds of the evaluator: what exceeds one becomes unknown, so that hostile input costs neither time nor memory. */
export const limits = {
  /** Evaluations nested in one another. */
  depth: 80,
  /** Evaluation steps below one question. */
  stepsPerRoot: 1_500,
  /** Evaluation steps for a whole program: after that every further question is answered with "unknown". */
  stepsPerProgram: 200_000,
  /** UTF-16 units of one folded text. */
  textLength: 65_536,
  /** Pieces and holes of one folded text. */
  parts: 1_024,
  /** Items of one folded list. */
  items: 4_096,
  /** Entries of one folded record. */
  entries: 512,
  /** Values that one expression may have (`a || b`, several writes). */
  alternatives: 8,
  /** Writes to one variable that are looked at. */
  writes: 16,
} as const;
