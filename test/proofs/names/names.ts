/** Names that say Submit or Atomyx and key, token or bearer, in words. */
export const submitNames: readonly string[] = [
  'submit api key',
  'atomyx api key',
  'atomyx submit api key',
  'atomyx submit key',
  'atomyx token',
  'atomyx submit bearer token',
  'submit bearer',
  'prod atomyx api key',
  'my submit api key',
  'atomyx submit api key v2',
];

/** Names that are something else, however much the value looks like a credential. */
export const otherNames: readonly string[] = [
  'stripe api key',
  'submit token',
  'submit key',
  'api key',
  'atomyx port',
  'atomyx home',
  'atomyx session',
  'atomyx callback secret',
  'atomyx webhook secret',
  'atomyx hmac secret',
  'atomyx signing secret',
  'atomyx public key',
  'atomyx api key id',
  'atomyx csrf token',
  'submit form token',
  'atomyx job id',
  'atomyx build sha',
  'django secret key',
];

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** Fills a syntax with a name, in words, and a value. */
export function bind(syntax: string, name: string, value: string): string {
  const words = name.split(' ');
  const pascal = words.map(capital).join('');
  const parts: Readonly<Record<string, string>> = {
    SNAKE: words.join('_').toUpperCase(),
    snake: words.join('_'),
    camel: pascal.charAt(0).toLowerCase() + pascal.slice(1),
    Pascal: pascal,
    kebab: words.join('-'),
    dot: words.join('.'),
    Header: words.map(capital).join('-'),
    value,
    base64: Buffer.from(value).toString('base64'),
  };
  return syntax.replace(/\{(\w+)\}/g, (whole, part: string) => parts[part] ?? whole);
}
