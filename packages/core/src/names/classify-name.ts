import { Memo } from '../memos/memo.ts';
import { wordsOf } from './name-words.ts';

/**
 * What a name says of the value it is bound to.
 * - `submit-key`: Atomyx or Submit, and key, token, secret or bearer.
 * - `submit-key-with-atomyx`: the same where Atomyx stands elsewhere in the document (forms have submit keys too).
 * - `generic-key`: a key or token of nobody in particular: the vicinity decides.
 * - `other-key`: a credential of another service, or something that only sounds like a key.
 * - `none`: not a name of a credential.
 */
export type NameClass = 'submit-key' | 'submit-key-with-atomyx' | 'generic-key' | 'other-key' | 'none';

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

const keyWords = set('key keys token tokens secret secrets bearer authorization authorisation credential credentials apikey');

/** Words that make a "key" or "secret" something else, wherever they stand in the name. */
const otherMeanings = set(`
  callback callbacks webhook webhooks hook hooks hmac signing signature signatures sign signed csrf xsrf public pub publishable cert certificate
  certificates pin pins fingerprint fingerprints thumbprint hash hashes hashed sha sha1 sha256 sha512 md5 checksum digest integrity etag idempotency idempotent sort
  primary-key foreign partition row shard cache lookup dedupe ssh gpg pgp rsa jwks jwk session cookie captcha recaptcha hcaptcha site
  turnstile license licence i18n translation locale device push notification map keyboard shortcut encrypted encryption decryption cipher sealed
  keystore truststore kms nonce salt iv refresh verification verifier csrftoken cursor page pagination next continuation
  object storage redis s3 bucket blob query cryptography signer`);

/** Containers that make what they hold something else: a callback has secrets, a browser's storage tokens of the page. */
const otherContainers = set('callback callbacks webhook webhooks hmac signing signature signatures csrf xsrf captcha encrypted sealed');

/** Places where a page keeps tokens of its own: what does not say Atomyx itself is one. */
const pageContainers = set('cookies localstorage sessionstorage');

/** Endings that turn the name of a key into the name of something about it. */
const endings = set(`
  id ids kid name names path paths file files filename dir url urls uri uris endpoint host length len size count limit ttl expiry expires expiration expired
  regex regexp pattern placeholder label title description desc hint help text message messages msg error errors field fields input
  param parameter parameters arg args option options flag prefix suffix type types kind format scheme algorithm alg alias ref reference arn version status state state
  valid invalid missing required optional present enabled disabled created updated rotated rotation at date time timestamp age policy rule rules
  scope scopes schema selector button btn form handler listener event events icon class color style var vars variable env-var source sources
  provider store manager factory service generator validator helper utils util mask masked redacted last4 hint preview index column columns
  property properties link links doc docs documentation note notes comment example examples sample template permission permissions
  usage quota tests spec mock owner issuer audience range tag tags lookup getter setter lock storage codes code down up press word words board frame frames
  code map mapping exists needed check checks checked set`);

/** Further words that may stand in the name of a key without making it someone else's. */
const neutralWords = set(`
  api key keys token tokens secret secrets bearer auth authorization authorisation authentication access credential credentials header headers http https
  my our the a an for of x v value values val str string raw plain plaintext literal const default current old new previous fallback primary secondary main
  with set add use put backup legacy prod production live staging stage stg dev develop development test testing qa uat sandbox preprod local ci eu us de uk fr nl be
  client customer tenant user account service server master admin integration partner org organisation organization team company shop print printer
  vendor project job jobs upload request req preflight prepare manage app application env environment config configuration cfg settings setting
  options params vars variables data b64 base base64 encoded config private internal external full long lived b c one two 1 2 3 4 5 6 7 8 9 0 provider credentials
  args props spring stringdata open bearertoken apikey variable resource locals local export set let var final static public-static readonly this self`);

/** Prefixes with which build tools and Terraform mark variables; they say nothing of whose key it is. */
const exposedPrefix = /^(?:NEXT_PUBLIC|VITE|REACT_APP|EXPO_PUBLIC|NUXT(?:_PUBLIC)?|PUBLIC|GATSBY|VUE_APP|NG_APP|SNOWPACK_PUBLIC|STORYBOOK|TF_VAR)_(?=\w*(?:ATOMYX|SUBMIT))/i;

/** With it k6 and Cypress tell their own variables; what follows is the name: `K6_SUBMIT_TOKEN`, `CYPRESS_API_TOKEN`. */
const toolPrefix = /^(?:K6|CYPRESS)_/i;

/** The words of a name itself, without what build tools and test tools put in front of it. */
const ownWords = (leaf: string): readonly string[] => wordsOf(leaf.replace(exposedPrefix, '').replace(toolPrefix, ''));

/** Services whose names next to a key settle whose it is. */
const otherServices = set(`
  stripe github gitlab bitbucket aws amazon azure google gcp firebase slack discord telegram twilio sendgrid mailgun mailchimp openai anthropic cohere
  huggingface datadog sentry newrelic npm pypi docker heroku netlify vercel cloudflare fastly algolia shopify paypal braintree adyen klarna mollie square plaid
  segment mixpanel amplitude intercom zendesk hubspot salesforce jira atlassian confluence notion airtable asana trello linear figma dropbox box okta auth0
  clerk supabase mapbox pusher ably snowflake databricks mongodb postgres mysql redis elastic elasticsearch grafana pagerduty opsgenie sonar sonarqube
  snyk codecov circleci travis jenkins buildkite digitalocean linode hetzner facebook twitter linkedin instagram youtube spotify microsoft apple
  jwt django flask laravel rails symfony nextauth oauth smtp imap ftp sftp ldap vault consul kafka rabbitmq s3 minio sumologic logdna papertrail rollbar bugsnag
  honeycomb loggly postmark sparkpost vonage nexmo messagebird contentful sanity prismic strapi ghost wordpress woocommerce magento bigcommerce dhl ups fedex usps
  sendcloud shippo easypost esko enfocus switch callas chili canva adobe gelato printful prodigi cloudinary imgix tinypng pandadoc docusign hellosign`);

/** Whether a word names a service that is not Submit. */
function isOtherService(word: string): boolean {
  return otherServices.has(word);
}

/**
 * Reads a name: the identifier or label, with the names of what encloses it in front.
 *
 * @param leaf - the identifier, label, header or column itself.
 * @param containers - names around it, outermost first: sections, parent keys, classes, callees, receivers.
 */
export function classifyName(leaf: string, containers: readonly string[] = []): NameClass {
  return classes.of([...containers, leaf].join(separator));
}

/** Stands between the names of a path; in none of them. */
const separator = '\n';

const classes = new Memo(4096, (path): NameClass => {
  const names = path.split(separator);
  return classify(names[names.length - 1] ?? '', names.slice(0, -1));
});

/**
 * Whether a name says by itself that it is the name of something other than a Submit key, whatever stands around it: `githubToken`,
 * `webhookSecret`, `apiKeyId`.
 */
export function namesOtherKey(leaf: string): boolean {
  return others.of(leaf);
}

const others = new Memo(4096, (leaf): boolean => {
  const own = ownWords(leaf);
  return isOtherByItself(own) || (own.some(isOtherService) && !own.includes('atomyx'));
});

/** Whether a name is not that of a Submit key, and no container can make it one: it says so, or is that of something in particular. See `classify`. */
export function isSurelyOther(leaf: string): boolean {
  return namesOtherKey(leaf) || particulars.of(leaf);
}

const particulars = new Memo(4096, (leaf): boolean => belongsToOther(ownWords(leaf)));

/** Whether a key has the name of something in particular that is not Submit. */
function belongsToOther(own: readonly string[]): boolean {
  return !isNeutral(own, true) && own.some((word) => keyWords.has(word)) && !own.includes('atomyx') && !own.includes('submit');
}

function isOtherByItself(own: readonly string[]): boolean {
  return own.some((word) => otherMeanings.has(word)) || saysOtherKey(own) || (own.length > 0 && endings.has(own[own.length - 1] ?? ''));
}

function classify(leaf: string, containers: readonly string[]): NameClass {
  const own = ownWords(leaf);
  const outer = containers.flatMap(wordsOf);
  const all = [...outer, ...own];
  const last = all.findLastIndex((word) => keyWords.has(word));
  if (last === -1) return 'none';
  const ownHasKey = last >= outer.length;
  if (isOtherByItself(own)) return 'other-key';

  if (outer.some((word) => otherContainers.has(word))) return 'other-key';
  const isKept = outer.some((word, index) => pageContainers.has(word) || (/^(?:local|session)$/.test(word) && outer[index + 1] === 'storage'));
  if (isKept && !(ownHasKey && namesBrand(own))) return 'other-key';

  const brandAt = all.lastIndexOf('atomyx');
  const foreignAt = all.findLastIndex(isOtherService);
  if (foreignAt > brandAt) return 'other-key';
  if (foreignAt !== -1 && own.some(isOtherService)) return 'other-key';
  if (brandAt !== -1) {
    if (brandAt >= outer.length) return ownHasKey || isNeutral(own) || (isNeutral(own, true) && containers.slice(-closest).some(holdsKeys)) ? 'submit-key' : 'none';
    if (!ownHasKey) return isNeutral(own) || last === outer.length - 1 ? 'submit-key' : 'none';
    return isNeutral(own, true) && (isKeyName(leaf) || isInside(containers)) ? 'submit-key' : 'other-key';
  }
  const submitAt = all.indexOf('submit');
  if (submitAt !== -1 && submitAt < last) {
    if (/\bsubmit (?:[a-z]+ )?(?:api keys?|bearer)\b/.test(own.join(' '))) return 'submit-key';
    if (!isNeutral(own, true)) return 'other-key';
    const after = all.slice(submitAt + 1);
    const saysApiKey = after.some((word, index) => word === 'api' && (after[index + 1] === 'key' || after[index + 1] === 'keys'));
    if (saysApiKey || after.includes('bearer')) return 'submit-key';
    const direct = submitAt >= outer.length || wordsOf(containers[containers.length - 1] ?? '').includes('submit');
    return ownHasKey && direct ? 'submit-key-with-atomyx' : ownHasKey ? 'generic-key' : 'none';
  }
  if (!ownHasKey) return 'none';
  return isNeutral(own) ? 'generic-key' : 'other-key';
}

/** Whether a name says by itself whose key it is. */
function namesBrand(own: readonly string[]): boolean {
  return own.includes('atomyx') || (own.includes('submit') && own.includes('api'));
}

/** Whether nothing in particular stands between Atomyx and what is named: a bare `key` under `atomyx: { steps: ... }` is that of a step. */
function isInside(containers: readonly string[]): boolean {
  const brandAt = containers.findLastIndex((name) => wordsOf(name).includes('atomyx'));
  return containers.slice(brandAt + 1).every((name) => isNeutral(wordsOf(name), true));
}

function isNeutral(words: readonly string[], brands = false): boolean {
  return words.every((word) => neutralWords.has(word) || (brands && (word === 'submit' || word === 'atomyx')));
}

/**
 * Whether the name of a section leaves open whose credentials it holds: `credentials`, `production`, `atomyx.submit`, but not `deepl`.
 */
export function isNeutralSection(name: string): boolean {
  const words = wordsOf(name);
  return words.includes('atomyx') || words.includes('submit') || words.some((word) => neutralWords.has(word));
}

/** Whether a text names Atomyx and nothing in particular besides: `Atomyx Submit (production)`, but not `atomyx-fonts`. */
export function namesAtomyx(text: string): boolean {
  const words = wordsOf(text);
  return words.includes('atomyx') && isNeutral(words, true);
}

/** How many of the names around `atomyx` may say that it is the name of a key there. */
const closest = 2;

/** Whether what has this name holds keys of several services: `apiKeys`, `tokens`. */
function holdsKeys(name: string): boolean {
  return keyHolders.of(name);
}

const keyHolders = new Memo(1024, (name): boolean => {
  const words = wordsOf(name).filter((word) => !declarationWords.has(word));
  return isNeutral(words) && words.some((word) => keyWords.has(word)) && !/\bkey id\b/.test(words.join(' '));
});

const declarationWords = set('enum class object map dict list table record type struct interface');

/** Pairs of words that name something else although each alone could be part of a key's name. */
function saysOtherKey(words: readonly string[]): boolean {
  const text = words.join(' ');
  return /\b(?:key id|token id|(?:primary|foreign|partition|public|row|cache|sort|storage|cookie) key|key (?:down|up|press|code|board|word|frame|path|name)|client secret id|secret key base)\b/.test(
    text,
  ) || text === 'secret key' || text === 'keys';
}

/** Whether a generic name is that of a key. A bare `key` or `secret` says too little: caches have keys and callbacks have secrets. */
export function isKeyName(name: string): boolean {
  return keyNames.of(name);
}

const keyNames = new Memo(4096, (name): boolean => {
  const words = wordsOf(name);
  return words.some((word) => carriers.has(word)) || /api key|access key|auth key/.test(words.join(' '));
});
const carriers = set('token bearer authorization authorisation');

/**
 * Whether a variable of this name holds a Submit key, by its name alone.
 *
 * @param name - for example the name of an environment variable.
 */
export function nameSaysSubmitKey(name: string): boolean {
  // Of a whole environment, few names say whose they are; the others need not be taken apart.
  return /atomyx|submit/i.test(name) && classifyName(name) === 'submit-key';
}
