/**
 * For each letter the letters that commonly follow it in English and technical prose: the 300 most frequent pairs
 * among the words of some 600 published READMEs. Real words hold 3 % of other pairs, random letters 56 %.
 */
const commonPairs: Readonly<Record<string, string>> = {
  a: 'bcdfgiklmnprstuvwxy', b: 'abeilorsu', c: 'acehiklorstuy', d: 'adeilorsuy', e: 'abcdefghilmnopqrstuvwxy',
  f: 'aefilorstuy', g: 'aeghilnorstu', h: 'aeilnortu', i: 'abcdefgklmnoprstvxz', j: 'eosua', k: 'aeis',
  l: 'adeiklopstuvy', m: 'abeilmopsuy', n: 'acdefghiklmnopstuvy', o: 'abcdefgiklmnoprstuvw', p: 'aehiloprstu',
  q: 'u', r: 'acdefgiklmnoprstuvy', s: 'acefhiklmnopqstuyd', t: 'acefghilnoprstuwy', u: 'abcdegilmnprst',
  v: 'aeio', w: 'aehinors', x: 'ceipty', y: 'ceimnopstx', z: 'aei',
};

const letterA = 97;
const letterZ = 122;
const lowerCase = 32;
const count = 26;

/** By two letters, each from 0: whether the second commonly follows the first. */
const isCommon = new Uint8Array(count * count);
for (const [first, seconds] of Object.entries(commonPairs)) {
  for (const second of seconds) isCommon[(first.charCodeAt(0) - letterA) * count + second.charCodeAt(0) - letterA] = 1;
}

const isVowel = new Uint8Array(count);
for (const vowel of 'aeiouy') isVowel[vowel.charCodeAt(0) - letterA] = 1;

/** As many letters without a vowel stand in no word. */
const mostConsonants = 4;

/**
 * Whether ASCII letters and digits read like a word by the pairs of their letters: like most words, and hardly any random letters.
 *
 * @param from - offset of the first, `to` behind the last, in UTF-16 units.
 */
export function readsLikeWord(text: string, from: number, to: number): boolean {
  const length = to - from;
  if (length < 3) return false;
  const most = length < 5 ? 0 : length < 9 ? 0.25 : 0.22;
  const surely = most * (length - 1) + 0.5;
  let rare = 0;
  let consonants = 0;
  let vowels = 0;
  let last = -1;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at) | lowerCase;
    const letter = code >= letterA && code <= letterZ ? code - letterA : -1;
    if (letter !== -1 && isVowel[letter] === 1) {
      vowels++;
      consonants = 0;
    } else if (++consonants > mostConsonants) return false;
    if (at > from && (letter === -1 || last === -1 || isCommon[last * count + letter] !== 1) && ++rare > surely) return false;
    last = letter;
  }
  return vowels > 0 && rare / (length - 1) <= most;
}
