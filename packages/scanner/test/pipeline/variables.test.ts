import { describe, expect, it } from 'vitest';
import { scan } from '../../src/pipeline/scan.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { makeKey } from './engines.ts';

const schema = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';
const collection = (url: string, token = 'value7'): string => JSON.stringify({ info: { name: 'Prepress', schema }, item: [{ name: 'Create job', request: { method: 'POST', url, header: [{ key: 'Authorization', value: `Bearer {{${token}}}` }] } }] });
const environment = (values: Readonly<Record<string, string>>): string => JSON.stringify({ name: 'shop', values: Object.entries(values).map(([key, value]) => ({ key, value })), _postman_variable_scope: 'environment' }, null, 2);
const bru = (body: string): string => `meta {\n  name: Create job\n  type: http\n}\n\npost {\n  url: {{base}}/jobs\n}\n\n${body}`;

/** What a scan says: where, in which words, and why. */
async function told(files: Readonly<Record<string, string>>): Promise<readonly (readonly [place: string, words: string, evidence: string])[]> {
  const { findings, coverage } = await scan({ cwd: temporaryFolder(files), environment: {} });
  expect(coverage.unread).toEqual([]);
  return findings.map(({ path, line, message, evidence }) => [`${path}:${line}`, /hard-coded in (.*?)\. Revoke/.exec(message)?.[1] ?? message, evidence[0]?.detail ?? '']);
}

const submit = 'https://submit.atomyx.io/api/jobs';

describe('a variable with any name is a key where another file sends it to Submit', () => {
  it.each([
    ['of Postman', { 'shop.postman_environment.json': environment({ other: 'x', value7: makeKey() }), 'api.postman_collection.json': collection(submit) },
      ['shop.postman_environment.json:10', 'the value of "value7" in the Postman environment "shop"', 'submit.atomyx.io by the Postman request "Create job" in api.postman_collection.json']],
    ['of Postman, with the address in the environment', { 'environments/shop.postman_environment.json': environment({ root: 'https://submit.atomyx.io/api', value7: makeKey() }), 'api.postman_collection.json': collection('{{root}}/jobs') },
      ['environments/shop.postman_environment.json:10', 'the value of "value7" in the Postman environment "shop"', 'submit.atomyx.io by the Postman request "Create job" in api.postman_collection.json']],
    ['of Bruno', { 'api/environments/shop.bru': `vars {\n  base: https://submit.atomyx.io/api\n  value7: ${makeKey()}\n}\n`, 'api/jobs/create.bru': bru('headers {\n  Authorization: Bearer {{value7}}\n}\n') },
      ['api/environments/shop.bru:3', 'the value of "value7" in the Bruno environment "shop"', 'submit.atomyx.io by the Bruno request "Create job" in api/jobs/create.bru']],
    ['of Bruno, by the authorization of a folder', { 'api/environments/shop.bru': `vars {\n  base: https://submit.atomyx.io/api\n  value7: ${makeKey()}\n}\n`, 'api/jobs/folder.bru': 'auth {\n  mode: bearer\n}\n\nauth:bearer {\n  token: {{value7}}\n}\n', 'api/jobs/create.bru': bru('') },
      ['api/environments/shop.bru:3', 'the value of "value7" in the Bruno environment "shop"', 'submit.atomyx.io by the Bruno request "Create job" in api/jobs/create.bru']],
    ['of the HTTP Client, private beside public', { 'http-client.env.json': '{ "prod": { "base": "https://submit.atomyx.io/api" } }', 'http-client.private.env.json': `{\n  "prod": { "value7": "${makeKey()}" }\n}`, 'requests/jobs.http': '### Create\nPOST {{base}}/jobs\nAuthorization: Bearer {{value7}}\n' },
      ['http-client.private.env.json:2', 'the value of "value7" in the HTTP Client environment "prod"', 'submit.atomyx.io by the HTTP request "Create" in requests/jobs.http']],
    ['of the REST Client', { '.vscode/settings.json': `{\n  // shared\n  "rest-client.environmentVariables": { "$shared": {}, "prod": { "value7": "${makeKey()}" } },\n}`, 'jobs.rest': `POST ${submit}\nAuthorization: Bearer {{value7}}\n` },
      ['.vscode/settings.json:3', 'the value of "value7" in the REST Client environment "prod"', 'submit.atomyx.io by the HTTP request in jobs.rest']],
    ['of Insomnia', { 'insomnia-env.yaml': `type: environment.insomnia.rest/5.0\nname: Shop\nenvironments:\n  name: Base\n  data:\n    value7: ${makeKey()}\n`, 'insomnia-api.yaml': `type: collection.insomnia.rest/5.0\nname: Prepress\ncollection:\n  - url: ${submit}\n    name: Create job\n    method: POST\n    headers:\n      - name: Authorization\n        value: Bearer {{ _.value7 }}\n` },
      ['insomnia-env.yaml:6', 'the value of "value7" in the Insomnia environment "Base"', 'submit.atomyx.io by the Insomnia request "Create job" in insomnia-api.yaml']],
  ] as const)('%s', async (_, files, finding) => {
    expect(await told(files)).toEqual([finding]);
  });

  it.each([
    ['goes to another service', { 'shop.postman_environment.json': environment({ value7: makeKey() }), 'api.postman_collection.json': collection('https://api.example.com/v1/orders'), 'other.postman_collection.json': collection(submit, 'unset') }],
    ['is used in another folder', { 'a/shop.postman_environment.json': environment({ value7: makeKey() }), 'b/api.postman_collection.json': collection(submit) }],
    ['is a placeholder', { 'shop.postman_environment.json': environment({ value7: 'YOUR_API_KEY' }), 'api.postman_collection.json': collection(submit) }],
    ['is of a file that is malformed', { 'shop.postman_environment.json': environment({ value7: makeKey() }).slice(0, -4), 'api.postman_collection.json': collection(submit) }],
  ])('and none where it %s', async (_, files) => {
    expect(await told(files)).toEqual([]);
  });

  it('and one finding where the file shows it by itself', async () => {
    expect(await told({ 'shop.postman_environment.json': environment({ submitApiKey: makeKey() }), 'api.postman_collection.json': collection(submit, 'submitApiKey') })).toHaveLength(1);
  });
});
