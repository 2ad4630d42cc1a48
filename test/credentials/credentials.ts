import type { Randomness } from './randomness.ts';

/** The forms a key may have: the vendor publishes none, so that every proof runs with all of them. */
export const credentialForms = ['hex', 'base64url', 'uuid', 'jwt', 'prefixed'] as const;
export type CredentialForm = (typeof credentialForms)[number];

const hexDigits = [...'0123456789abcdef'];
const alphanumerics = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'];
const base64urlDigits = [...alphanumerics, '-', '_'];
const prefixes = ['atx_live_', 'vault_', 'subk_', 'prod-', 'k1.'];

const text = (random: Randomness, alphabet: readonly string[], length: number): string =>
  Array.from({ length }, () => random.pick(alphabet)).join('');

/** Starts and ends with a letter or digit, as a copied key does; `-` at an end would not survive many syntaxes. */
const base64url = (random: Randomness, length: number): string =>
  text(random, alphanumerics, 1) + text(random, base64urlDigits, length - 2) + text(random, alphanumerics, 1);

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const makers: Readonly<Record<CredentialForm, (random: Randomness) => string>> = {
  hex: (random) => text(random, hexDigits, random.pick([32, 40, 48, 64])),
  base64url: (random) => base64url(random, random.pick([32, 43, 64])),
  uuid: (random) => {
    const digits = text(random, hexDigits, 30);
    const variant = random.pick(['8', '9', 'a', 'b']);
    return [digits.slice(0, 8), digits.slice(8, 12), `4${digits.slice(12, 15)}`, variant + digits.slice(15, 18), digits.slice(18)].join('-');
  },
  jwt: (random) => {
    const header = encoded({ alg: 'HS256', typ: 'JWT' });
    const claims = encoded({ sub: text(random, hexDigits, 12), tenant: random.below(90_000) + 10_000, iat: 1_700_000_000 + random.below(60_000_000) });
    return `${header}.${claims}.${base64url(random, 43)}`;
  },
  prefixed: (random) => random.pick(prefixes) + text(random, alphanumerics, 32),
};

/**
 * A credential that nobody has ever issued.
 *
 * @param form - its form; a random one by default.
 */
export function makeCredential(random: Randomness, form: CredentialForm = random.pick(credentialForms)): string {
  return makers[form](random);
}
