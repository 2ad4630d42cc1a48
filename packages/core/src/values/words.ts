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

/** Words of the trade whose letter pairs are rare. */
const vocabulary: ReadonlySet<string> = new Set([
  'http', 'https', 'html', 'json', 'yaml', 'toml', 'xml', 'css', 'sql', 'pdf', 'png', 'jpg', 'jwt', 'sdk', 'cdn', 'aws',
  'gcp', 'dns', 'npm', 'xyz', 'qwerty', 'python', 'sqlite', 'env', 'url', 'uri', 'www', 'src', 'dev', 'prod', 'stg', 'sbx',
  'key', 'cfg', 'ctx', 'req', 'res', 'cmd', 'csv', 'tsx', 'jsx', 'vpc', 'ssl', 'tls', 'ssh', 'tmp', 'pkg', 'lib', 'hybrid',
]);

/** Whether a run of letters of one case reads like a word rather than like random letters. */
export function isWordlike(letters: string): boolean {
  const word = letters.toLowerCase();
  if (vocabulary.has(word)) return true;
  if (word.length < 3 || !/[aeiouy]/.test(word) || /[^aeiouy]{5}/.test(word)) return false;
  let rare = 0;
  for (let i = 1; i < word.length; i++) {
    if (!(commonPairs[word.charAt(i - 1)]?.includes(word.charAt(i)) ?? false)) rare++;
  }
  return rare / (word.length - 1) <= (word.length < 5 ? 0 : word.length < 9 ? 0.25 : 0.22);
}
