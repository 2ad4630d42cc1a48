/** Characters that a recogniser takes for one another; each list is one character to a comparison. Capitals count as small letters. */
const alike = ['oq0d', 'il1|!j[]', 's5$', 'b8&', 'z2', 'g9', 'c(', 'vy', 'uµ', 't7', '-_~—–'];

const classes = new Map(alike.flatMap((characters) => [...characters].map((character) => [character.charCodeAt(0), characters.charCodeAt(0)])));

/** A UTF-16 unit, or the one that stands for all it is confused with. */
export function foldedUnit(unit: number): number {
  const small = unit >= 65 && unit <= 90 ? unit + 32 : unit;
  return classes.get(small) ?? small;
}

/** Characters as which masking dots and asterisks are read. */
const dots = /[0oOQDeEcCaGgsSnuxX@°*.,:;®©•●¢¥“”"'`_~+-]/g;

/** Share of such characters from which a value is a row of dots. One in four digits of a hexadecimal key is one of them. */
const mostDots = 0.8;

/** Different letters of a row of dots that is read as letters alone. */
const mostLetters = 8;

/** Whether what was read is a row of masking dots. */
export function readsLikeMask(value: string): boolean {
  if ((value.match(dots)?.length ?? 0) > value.length * mostDots) return true;
  return !/\d/.test(value) && new Set(value.toLowerCase()).size <= mostLetters;
}
