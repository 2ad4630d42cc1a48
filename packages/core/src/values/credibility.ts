import { Memo } from '../memos/memo.ts';
import { isPlaceholder } from './placeholders.ts';
import { mayHoldCredible } from './random-rest.ts';
import { isWordlike } from './words.ts';

/** How credible a value is as a key of unknown format. `strong` suffices beside weak context, `fair` beside a clear name. */
export type Credibility = 'none' | 'fair' | 'strong';

/** Estimated bits of surprise from which a value is `fair`, and `strong`. Sixteen random hexadecimal digits have about 50. */
const fairBits = 28;
const strongBits = 46;

/** Anything a header value or a variable can carry: visible ASCII without quotes, brackets, commas or blanks. */
const keyAlphabet = /^[A-Za-z0-9._~+/=:|$@!#%^&*-]+$/;

const shapesOfOtherThings: readonly RegExp[] = [
  /^[a-z][a-z0-9+.-]*:\/\//i, // URL
  /^[\w.+-]+@[\w-]+\.[\w.-]+$/, // mail address
  /^v?\d+(?:\.\d+){1,3}(?:[-+][\w.+-]*)?$/, // version
  /^\d{4}-\d\d-\d\d(?:[T ].*)?$/, // date
  /^[+-]?[\d.,:/_-]+$/, // number, time, phone number
  /^#(?:[0-9a-f]{3,4}){1,2}$/i, // colour
  /^(?:\.{0,2}|~|[A-Za-z]:)?\/(?:[\w.@+-]+\/)*[\w.@+-]*\.\w{1,5}$/, // path of a file
  /^(?:~|\.{1,2})?\/(?:usr|etc|var|opt|tmp|home|root|bin|lib|mnt|srv|apps?|data|run|proc|sys|dev|api|src|Users|Library|System|Applications|private|www|static|assets|public|node_modules)\//,
  /\|\||&&|[=!]==(?!$)/, // condition in code without blanks
  /^(?:application|text|image|audio|video|font|multipart)\/[\w.+-]+$/, // media type
  /^(?:[a-z0-9-]+\.)+(?:com|org|net|io|dev|app|co|ai|cloud|local|internal|eu|de|uk|fr|nl|be|us)(?::\d+)?(?:\/|$)/i, // host
];

/** A JSON Web Token: three base64url parts, the first a JSON object. */
const jsonWebToken = /^eyJ[\w-]{6,}\.[\w-]{8,}\.[\w-]{8,}$/;

function shannonBits(text: string): number {
  const counts = new Map<string, number>();
  for (const char of text) counts.set(char, (counts.get(char) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= count * Math.log2(count / text.length);
  return bits;
}

/**
 * What of a value is left when the parts that read like words are taken out: `acme_live_9fK2...` leaves the random tail.
 * Short words inside dense runs of letters and digits stay: they happen by chance.
 */
function withoutWords(value: string): string {
  if (/^[0-9a-f-]*\d[0-9a-f-]*$/i.test(value)) return value;
  return value
    .split(/[^A-Za-z0-9]+/)
    .map((part) =>
      isWordlike(part) && part.length > 2
        ? ''
        : part
            .split(/(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[A-Za-z])(?=\d)|(?<=\d)(?=[A-Za-z])/)
            .filter((run) => !(run.length >= 4 && /^(?:[A-Z]?[a-z]+|[A-Z]+)$/.test(run) && isWordlike(run)))
            .join(''),
    )
    .join('');
}

/**
 * How much a value looks like a credential. No format is published for Submit keys, so nothing here expects one:
 * hex, base64url, UUID, JWT and `prefix_random` are all fine; words, paths, versions, masks and templates are not.
 *
 * @param value - the candidate, decoded, without quotes and without `Bearer `.
 */
export function credibilityOf(value: string): Credibility {
  if (looksDense(value)) return 'strong';
  return mayHoldCredible(value, 0, value.length) ? memo.of(value) : 'none';
}

/** Several readings of a text ask about the same values. */
const memo = new Memo(512, weigh);

/**
 * A quick yes for what most keys look like: 24 and more letters and digits, well mixed, so that no word, sequence, mask
 * or path can hide in them. One pass, no regular expression.
 */
export function looksDense(value: string): boolean {
  if (value.length < 24 || value.length > 128) return false;
  let digits = 0;
  let letters = 0;
  let steps = 0;
  let seen = 0;
  let distinct = 0;
  let last = -1;
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i);
    if (code >= 48 && code <= 57) {
      digits++;
      letters = 0;
    } else if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90)) {
      if (++letters > 4) return false;
      const bit = 1 << (code & 31);
      if ((seen & bit) === 0) {
        seen |= bit;
        distinct++;
      }
    } else return false;
    if (code - last <= 1 && last - code <= 1) steps++;
    last = code;
  }
  return digits >= 6 && distinct >= 5 && digits <= value.length - 6 && steps * 4 < value.length && !/^(?:[sS][hH][aA]\d|[aA][kK][iI][aA]|AQICAH)/.test(value) && !value.includes(value.slice(0, 8), 8) && value.indexOf(value.slice(-8)) === value.length - 8;
}

function weigh(value: string): Credibility {
  if (value.length < 8 || value.length > 8192 || !keyAlphabet.test(value)) return 'none';
  if (jsonWebToken.test(value)) return 'strong';
  if (isPlaceholder(value) || shapesOfOtherThings.some((shape) => shape.test(value))) return 'none';
  if (isPathlike(value)) return 'none';
  const rest = withoutWords(value);
  if (rest.length < 8 || !/[a-z].*\d|\d.*[a-z]|[a-z].*[A-Z]|[A-Z].*[a-z]|[A-Z].*\d|\d.*[A-Z]|[a-z]{12}|[A-Z]{12}/.test(rest)) return 'none';
  if (rest.length < value.length * 0.25) return 'none';
  const bits = shannonBits(rest);
  return bits >= strongBits ? 'strong' : bits >= fairBits ? 'fair' : 'none';
}

/** `src/api/client`, `#/components/schemas/Job`: two parts or more, and most of the text reads like words. */
function isPathlike(value: string): boolean {
  const parts = value.split(/[/\\]/).filter((part) => part !== '');
  if (parts.length < 2) return false;
  let words = 0;
  let all = 0;
  for (const part of parts) {
    all += part.length;
    if (withoutWords(part).length < part.length / 2) words += part.length;
  }
  return words > all / 2;
}
