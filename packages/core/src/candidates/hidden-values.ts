import { codesOf } from '../characters/codes.ts';

/** Values that are encrypted as a whole: `ENC(...)`, `ENC[AES256_GCM,...]`. */
const encrypted = /^["'`]?(?:bearer\s+)?(?:!vault|\$ANSIBLE_VAULT|(?:ENC|DEC|ENCRYPTED|CIPHER|CRYPT|VAULT|KMS)[[({]|\{(?:cipher|enc|aes|vault)\})/i;

/** A value that somebody or something hid. */
const masked = /^["'`]?(?:bearer\s+)?[[<({]{0,2}(?:redacted|masked|hidden|filtered|removed|omitted|sensitive|secret\b|\*{2}|[•●█]|x{4}|\.{3}|…)/i;

/** How both may begin behind a quote: a quick no for most values. */
const first = codesOf('[<({!$*.bBeEdDcCvVkKrRmMhHfFoOsSxX');

/** How much of a value tells, in UTF-16 units. */
const head = 24;

/** Whether the value at an offset is encrypted or masked. */
export function hidesValue(text: string, offset: number): boolean {
  const char = text.charAt(offset);
  const code = text.charCodeAt(char === '"' || char === "'" || char === '`' ? offset + 1 : offset);
  if (code < 128 && first[code] !== 1) return false;
  const value = text.slice(offset, offset + head);
  return encrypted.test(value) || masked.test(value);
}
