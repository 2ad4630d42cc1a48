/** A random generator that starts from a number, so that a failure can be repeated. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = Math.imul(seed + 1, 0x9e3779b1) >>> 0;
  }

  /** A whole number below `limit`. */
  below(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  }

  pick<Item>(items: readonly [Item, ...Item[]] | readonly Item[]): Item {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new RangeError('Nothing to pick from.');
    return item;
  }

  chars(length: number, alphabet: string): string {
    return Array.from({ length }, () => alphabet.charAt(this.below(alphabet.length))).join('');
  }
}

const hexadecimal = '0123456789abcdef';
const base64url = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const services = ['github', 'stripe', 'mailer', 'search', 'id', 'w3', 'ns'] as const;
const names = ['apiKey', 'token', 'authorization', 'submit_api_key', 'ATOMYX_SUBMIT_API_KEY', 'request', 'id', 'secret', 'path', 'password', 'key', 'service', 'provider'] as const;

type Piece = (random: Random) => string;

const hex: Piece = (random) => random.chars(random.pick([16, 24, 32, 40, 64]), hexadecimal);
const token: Piece = (random) => random.chars(random.pick([12, 16, 22, 32, 43, 64]), base64url);
const uuid: Piece = (random) => [8, 4, 4, 4, 12].map((length) => random.chars(length, hexadecimal)).join('-');
const number: Piece = (random) => String(random.below(random.pick([10, 1000, 1_000_000])));
const encoded: Piece = (random) => Buffer.from(`Authorization: Bearer ${hex(random)}`).toString(random.pick(['base64', 'hex'] as const));
const value: Piece = (random) => random.pick([hex, token, uuid, number, encoded, mask])(random);
const mask: Piece = (random) => random.pick(['****************', '[REDACTED]', '***', '<hidden>', 'xxxxxxxxxxxx']);
const host: Piece = (random) => (random.below(4) === 0 ? 'submit.atomyx.io' : `${random.pick(['api.', '', 'eu-1.'])}${random.pick(services)}.${random.pick(['example', 'com', 'org', 'internal'])}`);
const url: Piece = (random) => `${random.pick(['https', 'http'])}://${host(random)}/${random.pick(['v1/orders', 'api/jobs', 'jobs', uuid(random), number(random)])}`;
const name: Piece = (random) => random.pick(names);
const owner: Piece = (random) => random.pick(['atomyx-submit', 'atomyx', 'submit', 'gateway', 'nginx', 'worker-3', 'form submit']);
const scheme: Piece = (random) => random.pick(['Bearer ', 'bearer ', 'Basic ', 'Token ', '']);

/** Entries of logs; each is made of pieces, a shape of them anew for every log. `time` stands in front of each line that has a stamp. */
const entries: readonly ((random: Random) => (time: string) => string)[] = [
  (random) => { const [to, pass, key] = [host(random), scheme(random), random.pick([hex, token, mask])]; return (time) => `${time} INFO gateway POST https://${to}/v1/orders 201 authorization="${pass}${key(random)}" request=${uuid(random)}\n`; },
  (random) => { const [to, key, field] = [host(random), random.pick([token, mask, value]), name(random)]; return (time) => `${JSON.stringify({ time, level: 'info', msg: 'outgoing request', host: to, headers: { [field]: `Bearer ${key(random)}` }, id: uuid(random) })}\n`; },
  (random) => { const [to, key, pass] = [host(random), random.pick([token, hex, mask]), scheme(random)]; return (time) => `${time} > POST /v2/items HTTP/1.1\n> Host: ${to}\n> Authorization: ${pass}${key(random)}\n> X-Request-Id: ${uuid(random)}\n\n`; },
  (random) => { const [who, key] = [owner(random), random.pick([mask, value])]; return (time) => `${time} DEBUG ${who} job ${uuid(random)} created, Authorization: Bearer ${key(random)}\n`; },
  (random) => { const to = host(random); return (time) => `${time} WARN ${to} refused Authorization: Basic ${token(random)} for ${uuid(random)}\n`; },
  (random) => { const [who, field, other] = [owner(random), name(random), name(random)]; return (time) => `ts=${time} level=info service=${who} ${field}=${value(random)} ${other}=${number(random)}ms\n`; },
  (random) => { const [who, field, to] = [owner(random), name(random), host(random)]; return (time) => `${time} level=info service=${who} host=${to} ${field}=${value(random)} took=${number(random)}ms\n`; },
  (random) => { const agent = random.pick(['curl/8.5.0', 'Artillery (https://artillery.io)', 'Mozilla/5.0 (X11; Linux)']); return (time) => `10.0.${number(random)}.7 - - [${time}] "POST /submit/api/jobs?key=${value(random)} HTTP/1.1" 201 ${number(random)} "${url(random)}" "${agent}"\n`; },
  (random) => { const [kind, key] = [random.pick(['TypeError', 'Error']), name(random)]; return (time) => `${time} ERROR ${kind}: ${key} is missing for ${url(random)}\n    at sign (/srv/app/src/client.js:${number(random)}:12)\n    at async Object.send (/srv/app/node_modules/undici/index.js:88:${number(random)})\n`; },
  (random) => { const [to, field] = [host(random), name(random)]; return (time) => `${time} stdout F ${JSON.stringify({ msg: `POST https://${to}/api/jobs`, [field]: value(random) })}\n`; },
  (random) => { const field = name(random); return (time) => `${JSON.stringify({ log: `${field}=${value(random)} sent to ${host(random)}\n`, stream: 'stdout', time })}\n`; },
  (random) => { const [who, field] = [owner(random), name(random)]; return (time) => `[${time}] [${who}] ${field} rotated, ${number(random)} left\n`; },
  (random) => { const [to, key] = [host(random), random.pick([mask, token])]; return (time) => `${time} request\nPOST https://${to}/api/jobs\nAuthorization: Bearer ${key(random)}\nX-Atomyx-Event: created\n{"externalId":"${number(random)}","callbackURL":"${url(random)}"}\n`; },
  (random) => { const field = name(random); return (time) => `${time} INFO config ${field}:\n  value: ${value(random)}\n  host: ${host(random)}\n`; },
  (random) => { const who = owner(random); return (time) => `${time} INFO ${who} ready in ${number(random)} ms\n`; },
  (random) => { const field = name(random); return (time) => `${time} INFO ${field}\n`; },
  (random) => { const [who, to] = [owner(random), host(random)]; return (time) => `${time} INFO name=${who} url=https://${to}/${uuid(random)} ${random.pick(['ok', 'failed'])} (${number(random)} bytes)\n`; },
  (random) => { const field = name(random); return () => `INFO: ${field} ${number(random)}\n`; },
  (random) => { const field = name(random); return (time) => `${time} ${token(random)} ${hex(random)}, ${field}, ${number(random)}\n`; },
  (random) => { const [to, who] = [host(random), owner(random)]; return (time) => `${time} [${who}] ${uuid(random)}-id=https://${to}/x token=${token(random)}\n`; },
];

/** What stands in a log once or a few times, and may reach far. */
const rarities: readonly Piece[] = [
  (random) => `2026-01-01T10:00:00.000Z > POST /api/jobs HTTP/1.1\n> Host: submit.atomyx.io\n> Authorization: Bearer ${hex(random)}\n\n`,
  (random) => `2026-01-01T10:00:00.000Z INFO ATOMYX_SUBMIT_API_KEY=${hex(random)}\n`,
  (random) => `2026-01-01T10:00:00.000Z INFO apiKey = "${token(random)}"\n`,
  () => '2026-01-01T10:00:00.000Z POST https://submit.atomyx.io/api/jobs Authorization: Bearer ${request}\n',
  () => '2026-01-01T10:00:00.000Z fetch("https://submit.atomyx.io/api/jobs", { headers: { Authorization: `Bearer ${apiKey}` } })\n',
  () => '2026-01-01T10:00:00.000Z curl -H "Authorization: Bearer $token" https://submit.atomyx.io/api/jobs\n',
  (random) => `2026-01-01T10:00:00.000Z submit({\n${'  nothing: 1,\n'.repeat(random.below(5))}`,
  () => '})\n',
  () => '[atomyx.submit]\n',
  () => '[2026-01-01] atomyx submit starts\n',
  () => 'metadata:\n  name: atomyx-submit\n',
  () => 'const template = `\n',
  () => '"""\n',
  (random) => `<table><tr><td>submit.atomyx.io</td><td>${token(random)}</td></tr>\n`,
  (random) => `| submit.atomyx.io | ${hex(random)} |\n`,
  (random) => `url,password\nhttps://submit.atomyx.io,${hex(random)}\n`,
  () => '2026-01-01T10:00:00.000Z ann: can you send me the api key for atomyx submit?\n',
  (random) => `2026-01-01T10:00:00.000Z ben: ${hex(random)}\n`,
  (random) => `{"time":"2026-01-01T10:00:00.000Z","text":"what is the Atomyx API key?"}\n{"time":"2026-01-01T10:00:01.000Z","text":"${hex(random)}"}\n`,
  (random) => `2026-01-01T10:00:00.000Z provider=atomyx apiKey=${hex(random)}\n`,
  (random) => `2026-01-01T10:00:00.000Z Host: submit.atomyx.io\n${token(random)}\n`,
  (random) => `2026-01-01T10:00:00.000Z Authorization: Bearer\n${hex(random)}\n`,
  (random) => `2026-01-01T10:00:00.000Z Authorization: Bearer ${hex(random).slice(0, 12)}\\\n${hex(random)} submit.atomyx.io\n`,
  (random) => `2026-01-01T10:00:00.000Z payload ${encoded(random)}\n`,
  (random) => `2026-01-01T10:00:00.000Z host: submit.atomyx.io\nuser: shop\npassword: ${hex(random)}\n`,
  (random) => `2026-01-01T10:00:00.000Z token: &key ${hex(random)}\n2026-01-01T10:00:00.000Z submit_api_key: *key\n`,
  () => '2026-01-01T10:00:00.000Z Größe unbekannt … “submit.atomyx.io”\n',
  (random) => `INSERT INTO settings (name, submit_api_key) VALUES ('a', '${hex(random)}');\n`,
  () => '\n\n\n',
];

type Kind = (time: string) => string;

/**
 * A log of at least so many characters.
 *
 * @param isQuiet - whether entries of a kind may be left out; nearly all of the log are of such kinds.
 */
export function randomLog(random: Random, length: number, isQuiet: (kind: Kind) => boolean): string {
  const kinds = Array.from({ length: 40 }, () => random.pick(entries)(random));
  const quiet = kinds.filter(isQuiet).slice(0, 1 + random.below(7));
  const rare = Array.from({ length: random.below(5) }, () => random.below(length));
  let log = random.below(4) === 0 ? random.pick(rarities)(random) : '';
  for (let index = 0; log.length < length; index++) {
    const date = new Date(Date.UTC(2026, 0, 1) + index * 37).toISOString();
    const time = random.below(9) === 0 ? date.replace('T', ' ').slice(0, 19) : date;
    const before = log.length;
    log += random.pick(quiet)(time);
    if (rare.some((at) => at >= before && at < log.length)) log += random.pick([random.pick(kinds)(time), random.pick(rarities)(random), random.pick(rarities.slice(0, 3))(random)]);
  }
  return random.below(2) === 0 ? log : log.slice(random.below(200), -1 - random.below(200));
}
