import { describe, expect, it } from 'vitest';
import { told } from './scan.ts';

const schema = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';
const postman = (request: object, variables: Readonly<Record<string, string>> = {}): string =>
  JSON.stringify({ info: { name: 'Prepress', schema }, item: [{ name: 'Create', request }], variable: Object.entries(variables).map(([key, value]) => ({ key, value })) });
const bearer = { type: 'bearer', bearer: [{ key: 'token', value: '{{submitKey}}' }] };

const rulesAndTexts = (text: string, path: string, config: Parameters<typeof told>[2] = {}): readonly string[] => told(text, path, config).map(({ rule, text: place }) => `${rule}: ${place}`);

describe('require-bearer-scheme', () => {
  it('looks at requests whose address stands in a variable', () => {
    const text = postman({ url: '{{root}}/jobs', header: [{ key: 'Authorization', value: 'Token {{submitKey}}' }] }, { root: 'https://submit.atomyx.io/api', submitKey: '' });
    expect(rulesAndTexts(text, 'a.postman_collection.json')).toEqual(['require-bearer-scheme: Token {{submitKey}}']);
  });

  it('accepts a variable that holds the scheme', () => {
    const text = postman({ url: '{{root}}/jobs', header: [{ key: 'Authorization', value: '{{scheme}}' }] }, { root: 'https://submit.atomyx.io/api', scheme: 'Bearer {{submitKey}}' });
    expect(rulesAndTexts(text, 'a.postman_collection.json')).toEqual([]);
  });

  it('looks at an API key that is sent as the whole header', () => {
    const auth = { type: 'apikey', apikey: [{ key: 'key', value: 'Authorization' }, { key: 'value', value: '{{submitKey}}' }] };
    expect(rulesAndTexts(postman({ url: '{{root}}/jobs', auth }, { root: 'https://submit.atomyx.io/api' }), 'a.postman_collection.json')).toEqual(['require-bearer-scheme: {{submitKey}}']);
  });
});

describe('require-submit-origin', () => {
  it.each([
    ['http://submit.atomyx.io/api', 'http://submit.atomyx.io/api'],
    ['https://submit.atomyx.io/v2', 'https://submit.atomyx.io/v2'],
  ])('finds %s in the variable that holds the address', (root, place) => {
    expect(rulesAndTexts(postman({ url: '{{root}}/jobs', auth: bearer }, { root }), 'a.postman_collection.json')).toEqual([`require-submit-origin: ${place}`]);
  });

  it('finds a Submit key on its way to another host', () => {
    const text = postman({ url: '{{root}}/jobs', auth: { type: 'bearer', bearer: [{ key: 'token', value: '{{atomyxApiKey}}' }] } }, { root: 'https://relay.shop.example' });
    expect(rulesAndTexts(text, 'a.postman_collection.json')).toEqual(['require-submit-origin: https://relay.shop.example']);
  });

  it('leaves the right address and one on this machine alone', () => {
    for (const root of ['https://submit.atomyx.io/api', 'https://submit.atomyx.io', 'http://localhost:3000', '{{unknown}}']) {
      expect(rulesAndTexts(postman({ url: '{{root}}/jobs', auth: bearer }, { root }), 'a.postman_collection.json')).toEqual([]);
    }
  });
});

describe('no-key-across-environments', () => {
  const environment = (name: string, root: string): string =>
    JSON.stringify({ name, values: [{ key: 'root', value: root }, { key: 'submitApiKey', value: '' }], _postman_variable_scope: 'environment' });

  it('compares the name of an environment with the host in it', () => {
    expect(rulesAndTexts(environment('Staging (EU)', 'https://submit.atomyx.io/api'), 'a.postman_environment.json')).toEqual(['no-key-across-environments: submitApiKey']);
  });

  it('leaves other names alone', () => {
    for (const name of ['prod', 'dev', 'test', 'upstaging']) expect(rulesAndTexts(environment(name, 'https://submit.atomyx.io/api'), 'a.postman_environment.json')).toEqual([]);
  });

  it('knows the staging hosts of the configuration', () => {
    const requests = { url: '{{root}}/jobs', auth: bearer };
    const dump = (name: string): string => JSON.stringify({
      collections: [{ name: 'Jobs', info: { schema }, item: [{ name: 'Create', request: requests }] }],
      environments: [{ name, values: [{ key: 'root', value: 'https://submit.staging.example/api' }, { key: 'submitKey', value: '{{vault:submit}}' }] }],
    });
    const config = { config: { stagingHosts: ['submit.staging.example'] } };
    expect(rulesAndTexts(dump('production'), 'Backup.postman_dump.json', config)).toEqual(['no-key-across-environments: submitKey']);
    expect(rulesAndTexts(dump('staging'), 'Backup.postman_dump.json', config)).toEqual([]);
  });
});
