/** Characters that a recogniser takes for one another; each list is one character to a comparison. Capitals count as small letters. */
const alike = ['oq0d', 'il1|!j[]', 's5$', 'b8&', 'z2', 'g9', 'c(', 'vy', 'uµ', 't7', '-_~—–'];

const classes = new Map(alike.flatMap((characters) => [...characters].map((character) => [character.charCodeAt(0), characters.charCodeAt(0)])));

/** A UTF-16 unit, or the one that stands for all it is confused with. */
export function foldedUnit(unit: number): number {
  const small = unit >= 65 && unit <= 90 ? unit + 32 : unit;
  return classes.get(small) ?? small;
}

/** Characters as which masking dots and asterisks are read. */
const round = /[0oOQDeEcCaGg@°*.,:;®©•●¢¥“”"'`_~-]/g;

/** Share of such characters from which a value is a row of dots. One in four digits of a hexadecimal key is round. */
const mostRound = 0.75;

/** Whether what was read is a row of masking dots. */
export function readsLikeMask(value: string): boolean {
  return (value.match(round)?.length ?? 0) > value.length * mostRound;
}
