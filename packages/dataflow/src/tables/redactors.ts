/** Words at the beginning of the names of functions whose result shows nothing of a key. */
const redacting = /^(?:redact|mask|sanitiz|sanitis|scrub|censor|anonymi|obfuscat|hash|fingerprint|digest|encrypt|hide|elide|truncate|shorten|conceal|sha\d|hmac|bcrypt|scrypt|clean|safe|protect)/;

/** Whether a function of that name returns something in which a key can no longer be read: `maskKey`, `toRedacted`. */
export function isRedactor(name: string): boolean {
  const words = name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase().split(/[^a-z0-9]+/);
  // `createHash` and `digest` are steps of a hash that shows nothing anyway, and whose origin tells a signature.
  return words[0] !== 'create' && name !== 'digest' && words.some((word) => redacting.test(word));
}
