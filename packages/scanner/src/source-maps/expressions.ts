/** How code reads a variable of the environment that a build tool replaces. */
const environment = /(?:\bimport\.meta(?:\s+as\s+\w+\))?\.env|\bprocess\.env)(?:\??\.([A-Za-z_$][\w$]*)|\[\s*["'`]([\w$.-]{1,100})["'`]\s*\])/g;

/** A name of the kind that people have a build tool replace: `__API_KEY__`, `SUBMIT_KEY`. */
const constant = /^(?:__\w{1,60}__|[A-Z][A-Z\d]*(?:_[A-Z\d]+)+)(?![\w$])/;

/** Something in a source that a build tool has replaced by a value. */
export interface ReplacedExpression {
  /** As it stands there: `import.meta.env.VITE_KEY`. */
  readonly text: string;
  /** The name in it: `VITE_KEY`. */
  readonly name: string;
}

/**
 * The expression at a place of a line that a build tool may have replaced, or else the only one in the line.
 *
 * @param column - from 0.
 */
export function replacedExpressionAt(line: string, column: number): ReplacedExpression | undefined {
  const name = constant.exec(line.slice(column, column + 100))?.[0];
  const reads = [...line.matchAll(environment)];
  const read = reads.find(({ 0: text, index }) => index <= column && column < index + text.length) ?? (name === undefined && reads.length === 1 ? reads[0] : undefined);
  const readName = read?.[1] ?? read?.[2];
  if (read !== undefined && readName !== undefined) return { text: read[0].replace(/\s+/g, ' '), name: readName };
  return name === undefined ? undefined : { text: name, name };
}
