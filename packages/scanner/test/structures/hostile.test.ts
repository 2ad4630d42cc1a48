import { describe, expect, it } from 'vitest';
import { makeKey } from '../pipeline/engines.ts';
import { skipped, told } from './scan.ts';

const key = makeKey();
const line = `"Authorization": "Bearer ${key}", "url": "https://submit.atomyx.io/api/jobs"`;
const keys = (text: string, path: string): readonly string[] => told(text, path).map((finding) => finding.text);

describe('a file that is not what it is called', () => {
  it.each([
    ['a.postman_collection.json', `{ ${line} `, 'Postman collection: its JSON breaks off or is wrong in line 1'],
    ['a.har', `{\n"log": { ${line}, }}}`, 'HAR recording: its JSON breaks off or is wrong in line 2'],
    ['a.bru', `headers {\n  Authorization: Bearer ${key}\n}\n\nget {\n  url: https://submit.atomyx.io/api/jobs\n`, 'Bruno file: its text of blocks breaks off or is wrong in line 5'],
    ['a.jmx', `<jmeterTestPlan><a><stringProp name="Header.name">Authorization</stringProp><stringProp name="Header.value">Bearer ${key}</stringProp> <b>submit.atomyx.io`, 'JMeter plan: its XML breaks off or is wrong in line 1'],
    ['a.json', `{ "openapi": "3.0.0", ${line}`, 'OpenAPI description: its JSON breaks off or is wrong in line 1'],
    ['a.postman_environment.json', `${'['.repeat(200_000)}${line}`, 'Postman environment: it is nested too deeply'],
  ])('is read as text, which the coverage says: %s', (path, text, reason) => {
    expect(keys(text, path)).toEqual([key]);
    expect(skipped(text, path)).toEqual([`read as text: ${reason}`]);
  });

  it('is no matter where it is empty', () => {
    for (const path of ['a.http', 'a.bru', 'a.ipynb']) expect(skipped('', path)).toEqual([]);
  });
});

describe('what goes round in a ring or grows', () => {
  const http = (variables: string): string => `${variables}\n\n### a\nPOST {{root}}/jobs\nAuthorization: Bearer {{t}}\n\n# submit.atomyx.io`;

  it('ends: variables', () => {
    expect(keys(http(`@root = {{a}}\n@a = {{b}}\n@b = {{a}}{{root}}\n@t = {{t}}`), 'a.http')).toEqual([]);
    expect(keys(http(Array.from({ length: 60 }, (_, index) => `@v${index} = {{v${index + 1}}}{{v${index + 1}}}{{v${index + 1}}}`).join('\n') + '\n@root = {{v0}}\n@t = {{v0}}'), 'a.http')).toEqual([]);
  });

  it('ends: variables with many values', () => {
    const many = Array.from({ length: 8 }, (_, level) => `@v${level} = {{v${level + 1}}}\n`.repeat(20)).join('');
    expect(keys(http(`${many}@root = {{v0}}{{v0}}\n@t = {{v0}}`), 'a.http')).toEqual([]);
  });

  it('ends: many requests in many environments', () => {
    const dump = JSON.stringify({
      info: { schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
      item: Array.from({ length: 500 }, (_, index) => ({ name: `r${index}`, request: { url: '{{root}}/jobs', auth: { type: 'bearer', bearer: [{ key: 'token', value: '{{t}}' }] } } })),
      environments: Array.from({ length: 200 }, (_, index) => ({ name: `e${index}`, values: [{ key: 'root', value: 'https://submit.atomyx.io/api' }, { key: 't', value: index === 3 ? key : '' }] })),
    });
    expect(keys(dump, 'a.postman_collection.json')).toEqual([key]);
  });

  it('ends: aliases in YAML', () => {
    const bomb = `type: collection.insomnia.rest/5.0\n# submit.atomyx.io apiKey: Bearer\na0: &a0 [x, x]\n${Array.from({ length: 30 }, (_, index) => `a${index + 1}: &a${index + 1} [*a${index}, *a${index}]`).join('\n')}\nself: &self { me: *self }\n`;
    expect(keys(bomb, 'insomnia.yaml')).toEqual([]);
  });
});

describe('what a document does to a key', () => {
  it('finds one with escapes, in its encoded text', () => {
    const text = `{ "info": { "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json" }, "item": [{ "request": { "url": "{{r}}", "header": [{ "key": "Authorization", "value": "Bearer {{t}}" }] } }], "variable": [{ "key": "r", "value": "https:\\/\\/submit.atomyx.io" }, { "key": "t", "value": "${key.slice(0, 20)}\\u002f${key.slice(20)}" }] }`;
    expect(keys(text, 'a.postman_collection.json')).toEqual([`${key.slice(0, 20)}\\u002f${key.slice(20)}`]);
  });

  it.each([
    ['CRLF', (text: string): string => text.replaceAll('\n', '\r\n')],
    ['a byte-order mark', (text: string): string => `\uFEFF${text}`],
  ])('finds one in files with %s', (_, change) => {
    expect(keys(change(`@root = https://submit.atomyx.io/api\n@t = ${key}\n\n### a\nPOST {{root}}/jobs\nAuthorization: Bearer {{t}}\n`), 'a.http')).toEqual([key]);
    expect(keys(change(`vars:pre-request {\n  root: https://submit.atomyx.io\n  t: ${key}\n}\n\nget {\n  url: {{root}}/jobs\n}\n\nheaders {\n  Authorization: Bearer {{t}}\n}\n`), 'a.bru')).toEqual([key]);
  });

  it('finds one in folded and quoted YAML', () => {
    const yaml = `opencollection: 1.0.0\nconfig:\n  environments:\n    - name: prod\n      variables:\n        - name: root\n          value: 'https://submit.atomyx.io'\n        - name: t\n          value: >-\n            ${key}\nitems:\n  - info: { name: a }\n    http: { url: "{{root}}/jobs", auth: { type: bearer, token: "{{t}}" } }\n`;
    expect(keys(yaml, 'opencollection.yml')).toEqual([key]);
  });
});

describe('long white space, braces and names', () => {
  const sign = '# submit.atomyx.io\n';
  const long = 400_000;
  it.each([
    ['a.http', `${sign}@a = ${' '.repeat(long)}b\nGET {{${' '.repeat(long)}\nX: ${' '.repeat(long)}y`],
    ['a.http', `${sign}GET https://submit.atomyx.io\n${'Authorization: {{a}}\n'.repeat(10_000)}`],
    ['a.bru', `${sign}headers {\n  a: ${' '.repeat(long)}b\n${'~'.repeat(long)}\n}\n`],
    ['a.bru', `${sign}${'vars {\n}\n'.repeat(20_000)}`],
    ['a.json', `{ "info": { "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json" }, "a": "submit.atomyx.io", ${'"run": {}, '.repeat(20_000)} "b": 1 }`],
    ['a.yml', `${'\n'.repeat(long)}${sign}interactions: []\nuri: x\n`],
    ['a.jmx', `<jmeterTestPlan>${'<a b="submit.atomyx.io">'.repeat(20_000)}`],
    ['a.jmx', `<jmeterTestPlan>submit.atomyx.io${'<a></a>'.repeat(20_000)}</jmeterTestPlan>`],
  ])('take time in proportion: %s', (path, text) => {
    expect(keys(text, path)).toEqual([]);
  });
});
