/** Text that a template engine, a shell or a person replaces: `${KEY}`, `{{key}}`, `<key>`, `%KEY%`, `$(cmd)` ... */
const templates: readonly RegExp[] = [
  /\$\{|\$\(|\$\[|\{\{|\}\}|\{%|#\{|<%|%>|\(\(|\\\(|@\{|«|»|‹|›|⟨|⟦/u,
  /^<[^>]*>?$|<[A-Za-z_][\w .-]*>/,
  /^\$[A-Za-z_][\w.:]*$/,
  /^\$\d$/,
  /^%[A-Za-z_][\w.]*%?$|^%\(\w+\)s$|%[sdv@]/,
  /^![A-Za-z_]\w*!$/,
  /^\{[A-Za-z_][\w.:!-]*\}$|^:[a-z_]+$/,
  /\{[A-Za-z_][\w.]*\}/,
  /^\[[^\]]*\]$/,
  /^@[A-Za-z_][\w.]*@?$/,
  // Percent-encoded: `${`, `{{`, `}}`, `<%`.
  /%24%7b|%7b%7b|%7d%7d|%3c%25/i,
  /^__[A-Z0-9_]+__$|^#\w+#$|^~\w+~$/,
];

/** Hidden or cut values: `****`, `xxxx`, `abcd...`, bullets. */
const masks = /\*{3}|\*{2,}$|[•●∙·█▒░✱]|…|\.{3}|([xX0#?_-])\1{5,}|(?<![A-Za-z0-9])[xX]{4,}|[xX]{8}/u;

/** Values that name a place where the secret is kept, or that are encrypted. */
const references: readonly RegExp[] = [
  /^(?:op|vault|file|env|ssm|secret|secrets|secretref|keyring|keychain|akv|kms|awskms|gcpkms|azurekeyvault|doppler|infisical|bws|pass|sops|ref\+\w+|hashivault|berglas|sm|gcp-?sm|aws-?sm|conjur|k8s|kubernetes|consul|s3|gs|https?|ftp|wss?|data|jdbc|postgres(?:ql)?|mysql|redis|amqps?|mongodb(?:\+srv)?|urn|ref|val|bitwarden|1password|lastpass|dashlane|cyberark|akeyless):/i,
  /^arn:aws/i,
  /^projects\/[^/]+\/secrets\//,
  /^@Microsoft\.KeyVault\(/i,
  /\.vault\.azure\.net/i,
  /^(?:ENC|ENCRYPTED|DEC|SECRET|VAULT|CIPHER|CRYPT)[[({]/i,
  /^\{(?:cipher|enc|aes|noop|bcrypt|vault|xor)\}/i,
  /^\$ANSIBLE_VAULT|^!vault|^vault:v\d+:/i,
  /^-----BEGIN/,
  /^(?:ssh-(?:rsa|ed25519|dss)|ecdsa-sha2-\S+|sk-ssh-\S+)(?:\s|$)/,
  /^(?:sha(?:1|224|256|384|512)|md5|blake2\w?|blake3)[-:=/]|^h1:/i,
  /^(?:AQICAH|AgA[A-Za-z0-9+/]{60}|vault\.|secret\/)/,
  /^(?:gAAAAA)[\w-]{60,}/,
  /^sg1:/,
  /^\$(?:2[aby]|argon2\w*|scrypt|pbkdf2\w*|[156y])\$/,
];

/** Words with which people say "this is not a key", alone or as a part that is set off by case or punctuation. */
const fakeWord =
  /^(?:examples?|dummy|placeholder|yours?|redacted|masked|hidden|removed|sample|changeme|change|replace(?:me)?|insert|fixme|foobar|mocked|lorem|ipsum|invalid|wrong|notreal|undefined|empty|unset|secretkey|omitted|stripped|filtered|hunter|passw(?:ord)?|deadbeef|cafebabe|abcdef|bogus|enter|paste)$/;

/** The short ones among them, which random text holds by chance: they count only between punctuation. */
const shortFakeWord = /(?:^|[^A-Za-z0-9])(?:fake|todo|tbd|foo|bar|baz|mock|stub|nope|none|null|nil|not|goes|here|fill|xxx)(?=$|[^A-Za-z0-9])/i;

/** From this length in UTF-16 units on, four letters of a value may spell a word by chance. */
const longValue = 28;

/** Splits a value where case, digits or punctuation set its parts off. */
function partsOf(value: string): string[] {
  return value.replace(/([a-z])([A-Z])/g, '$1 $2').split(/[^A-Za-z]+/);
}

/** Whether most of the value counts up, down or repeats: `1234567890`, `abcdef...`, `0000`, `abababab`. */
function isSequence(value: string): boolean {
  const plain = value.toLowerCase().replace(/[^a-z0-9]/g, '');
  if (plain.length < 6) return plain.length > 0 && /^(.)\1*$/.test(plain);
  let regular = 0;
  for (let i = 1; i < plain.length; i++) {
    const step = plain.charCodeAt(i) - plain.charCodeAt(i - 1);
    if (step === 0 || step === 1 || step === -1 || (plain[i - 1] === '9' && plain[i] === '0')) regular++;
  }
  if (regular / (plain.length - 1) > 0.55) return true;
  return /^(.{1,8}?)\1{2,}.{0,8}$/.test(plain) || /^(.{9,16})\1+$/.test(plain);
}

/**
 * Whether a value stands for a key instead of being one: a template, a mask, a reference to a secret store, an
 * encrypted value, a word such as `example`, or a sequence that somebody typed.
 *
 * @param value - one candidate without quotes or scheme.
 */
export function isPlaceholder(value: string): boolean {
  if (masks.test(value)) return true;
  if (templates.some((pattern) => pattern.test(value)) || references.some((pattern) => pattern.test(value))) return true;
  if (/example|placeholder|redacted|changeme|replaceme|insertkey|yourkey|\byour[_-]?\w|\bmy[_-]?(?:api|key|token|secret|submit|atomyx)|test[_-]?(?:key|token)$|not[_-]?(?:a|the)[_-]?real/i.test(value)) return true;
  // In a long random value a short word is chance.
  const long = value.length >= longValue;
  return partsOf(value).some((part) => part.length >= (long ? 6 : 5) && fakeWord.test(part.toLowerCase())) || (!long && shortFakeWord.test(value)) || isSequence(value);
}
