import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { PolicyError } from '@submit-guard/core';
import { defaultConfig } from '../../src/configs/config.ts';
import { parseConfig } from '../../src/configs/parse-config.ts';

const parse = (text: string, path = 'c.yaml') => parseConfig(Buffer.from(text), path);

/** The lines of the error that a configuration gives. */
async function faultsOf(text: string | Uint8Array, path = 'c.yaml'): Promise<readonly string[]> {
  const error: unknown = await parseConfig(Buffer.from(text), path).then(() => undefined, (reason: unknown) => reason);
  expect(error).toBeInstanceOf(PolicyError);
  return (error as PolicyError).message.split('\n');
}

const whole = {
  $schema: './node_modules/submit-guard/schema/config.schema.json',
  hosts: ['Submit.EU.example.com'],
  stagingHosts: ['staging.example.com'],
  gateways: ['localhost'],
  formats: [{ name: 'Acme key', pattern: 'acme_live_([A-Za-z0-9]{32})' }],
  names: ['^ACME_PREFLIGHT_TOKEN$'],
  surfaces: [{ glob: 'support/**', surface: 'log' }],
  exclude: ['fixtures/', '!fixtures/live.json'],
  rules: { 'no-hardcoded-key': 'warning' },
  minConfidence: 'high',
  maxDecodeDepth: 0,
  baseline: 'policy/baseline.json',
  keysFile: 'policy/keys.json',
  envFiles: false,
};

describe('a configuration', () => {
  it.each([
    ['c.json', JSON.stringify(whole)],
    ['c.jsonc', `// why\n${JSON.stringify(whole, undefined, 2).replace(/\n\}$/, ', // trailing\n}')}`],
    ['c.yaml', `# why\n---\n${Object.entries(whole).map(([name, value]) => `${name}: ${JSON.stringify(value)}`).join('\r\n')}\n`],
    ['c.yml', JSON.stringify(whole)],
    ['with-mark.json', `\uFEFF${JSON.stringify(whole)}`],
  ])('says the same in %s', async (path, text) => {
    const { $schema: _, rules: __, ...rest } = whole;
    expect(await parse(text, path)).toMatchObject({ ...rest, hosts: ['submit.eu.example.com'], rules: new Map([['no-hardcoded-key', 'warning']]) });
  });

  it.each([['', 'c.yaml'], ['# nothing yet\n', 'c.yml'], ['', 'c.json'], ['{}', 'c.json'], ['// nothing\n', 'c.jsonc'], ['---\n', 'c.yaml']])('may say nothing: %j', async (text, path) => {
    expect(await parse(text, path)).toEqual(defaultConfig);
  });

  it('is read in UTF-16, as some editors write it', async () => {
    const bytes = Buffer.from('\uFEFFminConfidence: high\n', 'utf16le');
    expect(await parseConfig(bytes, 'c.yaml')).toMatchObject({ minConfidence: 'high' });
  });
});

describe('errors name file, line and column', () => {
  it.each([
    ['rules:\n  no-key-in-logs: error\n  no-hardcoded-keys: off\n', 'c.yaml:3:3 unknown rule `no-hardcoded-keys`; did you mean `no-hardcoded-key`?'],
    ['hosts: []\n\n\n  \nmin-confidence: high\n', 'c.yaml:5:1 unknown option `min-confidence`; did you mean `minConfidence`?'],
    ['rules:\n  no-key-in-logs: warn\n', 'c.yaml:2:19 `rules.no-key-in-logs` must be one of `error`, `warning`, `info` or `off`; did you mean `warning`?'],
    ['minConfidence: 3\n', 'c.yaml:1:16 `minConfidence` must be one of `low`, `medium`, `high` or `certain`'],
    ['hosts: submit.example.com\n', 'c.yaml:1:8 `hosts` must be a list'],
    ['hosts:\n  - https://submit.example.com/api\n', 'c.yaml:2:5 `hosts[0]` must be a host such as `submit.atomyx.io`, without `https://`, port and path'],
    ['maxDecodeDepth: 1.5\n', 'c.yaml:1:17 `maxDecodeDepth` must be a whole number from 0 to 16'],
    ['envFiles: yes\n', 'c.yaml:1:11 `envFiles` must be `true` or `false`'],
    ['formats:\n  - pattern: acme_[a-z]{32}\n', 'c.yaml:2:5 `formats[0]` lacks `name`'],
    ['surfaces:\n  - glob: a\n    surface: logs\n', 'c.yaml:3:14 `surfaces[0].surface` must be one of `repository`, `frontend`, `log`, `screenshot`, `test-tool` or `callback`; did you mean `log`?'],
    ['baseline: ../elsewhere.json\n', 'c.yaml:1:11 `baseline` must be a path inside of the folder of this file, without `..`'],
    ['baseline: /etc/passwd\n', 'c.yaml:1:11 `baseline` must be a path inside of the folder of this file, without `..`'],
    ['- a\n', 'c.yaml:1:1 the configuration must be a list of options with their values'],
    ['rules: error\n', 'c.yaml:1:8 `rules` must be a list of rules with their values'],
    ['exclude:\n  - "{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}"\n', 'c.yaml:2:5 `exclude[0]` has braces that stand for more than 256 globs; write fewer alternatives'],
    ['surfaces:\n  - glob: "*a*a*a*a*a*a*a*a*b"\n    surface: log\n', 'c.yaml:2:11 `surfaces[0].glob` has more than 8 wildcards (`*`, `**`); write fewer'],
  ])('%j', async (text, message) => {
    expect(await faultsOf(text)).toEqual([message]);
  });

  it('and all of them at once, in order', async () => {
    expect(await faultsOf('{\n  "hots": [],\n  "envFiles": 1,\n}', 'c.json')).toEqual([
      'c.json:2:3 unknown option `hots`; did you mean `hosts`?',
      'c.json:3:15 `envFiles` must be `true` or `false`',
    ]);
  });

  it('and list what there is where nothing is near', async () => {
    expect((await faultsOf('elephant: 1'))[0]).toMatch(/^c\.yaml:1:1 unknown option `elephant`; write `\$schema`, `hosts`, .* or `envFiles`$/);
  });
});

describe('faulty syntax', () => {
  it.each([
    ['c.json', '{ "hosts": [ }', 'c.json:1:14 lacks a value here'],
    ['c.json', '{ "hosts": [] "names": [] }', 'c.json:1:15 lacks a `,` here'],
    ['c.json', '{ "hosts": "a\n" }', 'c.json:1:12 has a text here that does not end'],
    ['c.json', '{ "hosts": [], "hosts": [] }', 'c.json:1:16 has `hosts` twice; keep one'],
    ['c.json', '{} {}', 'c.json:1:4 goes on after its end here'],
    ['c.yaml', 'hosts: ["a]\n', 'c.yaml:2:1 lacks a character here: a quote, a bracket, a `:` or a `,`'],
    ['c.yaml', 'hosts: [a\n', 'c.yaml:2:1 is not indented as YAML wants it here, or a bracket before this does not close'],
    ['c.yaml', 'hosts: @a\n', 'c.yaml:1:8 has a character here that plain text cannot start with; put the text in quotes'],
    ['c.yaml', 'hosts: []\nnames: []\nhosts: []\n', 'c.yaml:3:1 has `hosts` twice; keep one'],
    ['c.yaml', 'hosts:\n\t- a\n', 'c.yaml:2:1 is indented with a tab here; use spaces'],
    ['c.yaml', 'hosts: []\n---\nnames: []\n', 'c.yaml:2:1 holds more than one document; keep one'],
    ['c.yaml', 'hosts: &a []\nnames: *a\n', 'c.yaml:2:8 has an alias here; aliases are not supported, write the value out'],
    ['c.yaml', 'hosts: !!js/function "x"\n', 'c.yaml:1:8 has a tag here; tags are not supported, write the plain value'],
    ['c.yaml', 'envFiles: !!binary aGk=\n', 'c.yaml:1:20 has a tag here; tags are not supported, write the plain value'],
    ['c.yaml', '? [a]\n: b\n', 'c.yaml:1:3 has a name here that is no plain text'],
    ['c.yaml', '<<: { hosts: [] }\n', expect.stringMatching(/^c\.yaml:1:1 unknown option; write /)],
    ['c.toml', 'hosts = []', expect.stringMatching(/^c\.toml is no configuration: its name must end in /)],
    ['c.config.js', 'export default {}', expect.stringMatching(/A configuration is data and runs no code\.$/)],
    ['c.yaml', Buffer.from([0x61, 0xff, 0xfe]), 'c.yaml could not be read: it is not UTF-8. Save it as UTF-8.'],
  ])('%s: %j', async (path, text, message) => {
    expect((await faultsOf(text, path))[0]).toEqual(message);
  });
});

describe('own patterns', () => {
  const format = (pattern: string) => `formats:\n  - name: Acme\n    pattern: ${JSON.stringify(pattern)}\n`;

  it.each(['acme_[a-z0-9]{32}', '(?i)acme-([0-9a-f]{40})', '\\bACME[0-9]{20}\\b', '[0-9a-f]{40}', '(?P<key>ak_\\w{24})'])('%s is taken', async (pattern) => {
    expect((await parse(format(pattern))).formats).toEqual([{ name: 'Acme', pattern }]);
  });

  it.each([
    ['a*', 'matches the empty text'],
    ['', 'must be a text'],
    ['(acme_)?', 'matches the empty text'],
    ['.+', 'would match nearly everything'],
    ['\\S{8,}', 'would match nearly everything'],
    ['[a-z]+', 'would match nearly everything'],
    ['\\d{4}', 'would match nearly everything'],
    ['(?<=key=)\\w{32}', 'uses look-ahead or look-behind, which RE2 does not have'],
    ['acme_\\w{32}(?!x)', 'uses look-ahead or look-behind, which RE2 does not have'],
    ['(acme)\\1{30}', 'uses a back-reference, which RE2 does not have'],
    ['acme_(\\w{32}', 'is no RE2 pattern: missing closing )'],
    ['acme_\\w{5000}', 'is no RE2 pattern: invalid repeat count'],
    ['acme_[z-a]', 'is no RE2 pattern: invalid character class range'],
  ])('%s is refused', async (pattern, why) => {
    const [fault] = await faultsOf(format(pattern));
    expect(fault).toMatch(/^c\.yaml:3:14 `formats\[0\]\.pattern` /);
    expect(fault).toContain(why);
  });

  it('that are a key themselves are refused, and not repeated', async () => {
    for (const key of [randomBytes(20).toString('hex'), `acme_${randomBytes(24).toString('base64url')}`]) {
      const [fault] = await faultsOf(format(`^${key}$`));
      expect(fault).toContain('`submit-guard keys add`');
      expect(fault).not.toContain(key.slice(5, 15));
    }
  });

  it('for names are checked too', async () => {
    expect((await parse('names: ["ACME_.*_TOKEN"]')).names).toEqual(['ACME_.*_TOKEN']);
    expect((await faultsOf('names: [".*"]'))[0]).toContain('c.yaml:1:9 `names[0]` matches the empty text');
    expect((await faultsOf('names: ["[a-z]+"]'))[0]).toContain('would match nearly everything');
  });
});

describe('a hostile configuration', () => {
  it('does not reach the prototypes', async () => {
    for (const [text, path] of [['{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}}', 'c.json'], ['__proto__: { polluted: 1 }\nconstructor: 1\n', 'c.yaml']] as const) {
      expect(await faultsOf(text, path)).toHaveLength(2);
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    }
    expect(await faultsOf('{"rules": {"__proto__": "off", "toString": "off"}}', 'c.json')).toHaveLength(2);
  });

  it('does not repeat a key that stands in it', async () => {
    const key = randomBytes(20).toString('base64url');
    const texts: [string, string][] = [
      [`${key}: 1`, 'c.yaml'], [`hosts: ${key}`, 'c.yaml'], [`minConfidence: ${key}`, 'c.yaml'], [`hosts: *${key}`, 'c.yaml'], [`hosts: "${key}`, 'c.yaml'],
      [`hosts: !${key} a`, 'c.yaml'], [`${key}: 1\n${key}: 2`, 'c.yaml'], [key, 'c.json'], [`{"${key}": 1, "${key}": 2}`, 'c.json'], [`{"hosts": ${key}}`, 'c.json'],
      [`formats: [{ name: a, pattern: "(${key}" }]`, 'c.yaml'], [`rules: { ${key}: off }`, 'c.yaml'], [`formats: [{ ${key}: 1 }]`, 'c.yaml'], [`hosts: ["${key}/x"]`, 'c.yaml'],
      [`baseline: "../${key}"`, 'c.yaml'], [`%${key} 1\n---\n`, 'c.yaml'],
    ];
    for (const [text, path] of texts) expect((await faultsOf(text, path)).join('\n'), text).not.toContain(key.slice(1, -1));
  });

  it.each([
    ['brackets', '['.repeat(125_000), 'c.yaml'],
    ['brackets', '['.repeat(125_000), 'c.json'],
    ['braces', '{"a":'.repeat(50_000), 'c.json'],
    ['dashes', '- '.repeat(100_000), 'c.yaml'],
    ['question marks', '? '.repeat(100_000), 'c.yaml'],
    ['names', Array.from({ length: 15_000 }, (_, index) => `a${index}: 1`).join('\n'), 'c.yaml'],
    ['the same name', 'hosts: 1\n'.repeat(25_000), 'c.yaml'],
    ['aliases', `a: &a [x]\n${Array.from({ length: 9 }, (_, index) => `b${index}: &b${index} [${`*${index === 0 ? 'a' : `b${index - 1}`},`.repeat(9)}]`).join('\n')}`, 'c.yaml'],
    ['anchors', '&a '.repeat(50_000), 'c.yaml'],
    ['tags', '!a '.repeat(50_000), 'c.yaml'],
    ['quotes', '"'.repeat(200_000), 'c.yaml'],
    ['blanks', `a:${' '.repeat(225_000)}b`, 'c.yaml'],
    ['documents', '---\n'.repeat(50_000), 'c.yaml'],
    ['hosts', `hosts: [${'a,'.repeat(100_000)}]`, 'c.yaml'],
    ['a long host', `hosts: ["${'a.'.repeat(100_000)}!"]`, 'c.yaml'],
    ['a long path', `baseline: "${'a/'.repeat(490)}.."`, 'c.yaml'],
    ['a pattern', `formats: [{ name: a, pattern: "${'(a{30}){30}'.repeat(90)}" }]`, 'c.yaml'],
  ])('is done with in time: %s', async (_, text, path) => {
    await parse(text, path).then(() => undefined, (error: unknown) => {
      expect(error).toBeInstanceOf(PolicyError);
      expect((error as Error).message.length).toBeLessThan(8_000);
    });
  });
});
