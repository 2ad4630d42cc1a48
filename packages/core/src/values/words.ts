import { readsLikeWord } from './letter-pairs.ts';

/** Words of the trade whose letter pairs are rare. */
const vocabulary: ReadonlySet<string> = new Set([
  'http', 'https', 'html', 'json', 'yaml', 'toml', 'xml', 'css', 'sql', 'pdf', 'png', 'jpg', 'jwt', 'sdk', 'cdn', 'aws',
  'gcp', 'dns', 'npm', 'xyz', 'qwerty', 'python', 'sqlite', 'env', 'url', 'uri', 'www', 'src', 'dev', 'prod', 'stg', 'sbx',
  'key', 'cfg', 'ctx', 'req', 'res', 'cmd', 'csv', 'tsx', 'jsx', 'vpc', 'ssl', 'tls', 'ssh', 'tmp', 'pkg', 'lib', 'hybrid',
]);
const longestOfVocabulary = 6;

/** Whether a run of letters of one case reads like a word rather than like random letters. */
export function isWordlike(letters: string): boolean {
  return readsLikeWord(letters, 0, letters.length) || (letters.length <= longestOfVocabulary && vocabulary.has(letters.toLowerCase()));
}
