import { describe, expect, it } from 'vitest';
import { told } from './scan.ts';

const fields = (text: string | object, path: string): readonly string[] =>
  told(typeof text === 'string' ? text : JSON.stringify(text, null, 2), path).map(({ rule, text: place }) => (rule === 'no-key-in-callback-payload' ? place : `${rule}: ${place}`));

const openApi = (schema: object, schemas: object = {}): object => ({
  openapi: '3.0.3',
  info: { title: 'Prepress with Atomyx Submit', version: '1' },
  paths: { '/jobs': { post: { callbacks: { status: { '{$request.body#/callbackURL}': { post: { requestBody: { $ref: '#/components/requestBodies/Status' } } } } } } } },
  components: { requestBodies: { Status: { content: { 'application/json': { schema } } } }, schemas },
});

const text = { type: 'string' };

describe('the payload of a callback in OpenAPI', () => {
  it('is followed through references, compositions and items', () => {
    const schema = { allOf: [{ $ref: '#/components/schemas/Base' }, { oneOf: [{ properties: { jobs: { type: 'array', items: { $ref: '#/components/schemas/Job~1Item' } } } }] }] };
    const schemas = {
      Base: { properties: { externalId: text, auth: { $ref: '#/components/schemas/Auth' } } },
      Auth: { anyOf: [{ properties: { submit_api_key: text } }] },
      'Job/Item': { properties: { bearer: text, status: text } },
    };
    expect(fields(openApi(schema, schemas), 'api/openapi.json')).toEqual(['submit_api_key', 'bearer']);
  });

  it('is found by description, format and example', () => {
    const properties = {
      a: { type: 'string', description: 'The Submit API key of the customer.' },
      b: { type: 'string', format: 'api-key' },
      c: { type: 'string', example: 'Bearer abc' },
      d: { type: 'string', description: 'Never the Submit API key: the order.' },
      e: { type: 'string', description: 'Last four characters of the Submit API key' },
      f: { type: 'boolean', description: 'Whether a Submit API key is set' },
      apiKeyId: text,
      signature: text,
    };
    expect(fields(openApi({ properties }), 'api/openapi.json')).toEqual(['a', 'b', 'c']);
  });

  it('is looked at in examples', () => {
    const document = openApi({ type: 'object' });
    const media = { schema: {}, examples: { passed: { value: { externalId: '1', auth: { apiKey: '***' } } } } };
    expect(fields({ ...document, webhooks: { passed: { post: { requestBody: { content: { 'application/json': media } } } } } }, 'api/openapi.json')).toEqual(['apiKey']);
  });

  it('ends where references go round', () => {
    const schemas = { A: { allOf: [{ $ref: '#/components/schemas/B' }] }, B: { properties: { next: { $ref: '#/components/schemas/A' }, apiKey: text } }, C: { $ref: '#/components/schemas/C' } };
    expect(fields(openApi({ allOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/C' }, { $ref: '#/nowhere' }, { $ref: 'https://example.com/schema.json' }] }, schemas), 'api/openapi.json')).toEqual(['apiKey']);
  });

  it('is not the body of a request', () => {
    const document = { openapi: '3.1.0', info: { title: 'Atomyx Submit', version: '1' }, paths: { '/keys': { post: { requestBody: { content: { 'application/json': { schema: { properties: { apiKey: text } } } } } } } }, webhooks: {} };
    expect(fields(document, 'api/openapi.json')).toEqual([]);
  });

  it('is read in YAML, too', () => {
    const yaml = `openapi: 3.1.0
info: { title: Atomyx Submit, version: '1' }
webhooks:
  passed:
    post:
      requestBody:
        content:
          application/json:
            schema: { $ref: '#/components/schemas/Passed' }
components:
  schemas:
    Passed:
      type: object
      properties:
        credential:
          type: string
          description: >-
            The API key
            for Atomyx Submit.
`;
    expect(fields(yaml, 'api/openapi.yaml')).toEqual(['credential']);
  });
});

describe('other contracts', () => {
  it('AsyncAPI 2 and 3', () => {
    const payload = { $ref: '#/components/schemas/Passed' };
    const components = { schemas: { Passed: { properties: { externalId: text, submitToken: text } } } };
    const info = { title: 'Atomyx callbacks', version: '1' };
    expect(fields({ asyncapi: '2.6.0', info, channels: { passed: { subscribe: { message: { payload } } } }, components }, 'api/asyncapi.json')).toEqual(['submitToken']);
    expect(fields({ asyncapi: '3.0.0', info, channels: { passed: { messages: { passed: { $ref: '#/components/messages/P' } } } }, components: { ...components, messages: { P: { payload } } } }, 'api/asyncapi.json')).toEqual(['submitToken']);
  });

  it('JSON Schema with definitions', () => {
    const schema = { $schema: 'https://json-schema.org/draft/2020-12/schema', title: 'Submit callback', properties: { job: { $ref: '#/$defs/job' } }, $defs: { job: { properties: { auth: { type: 'string', description: "Atomyx' API key" } } } } };
    expect(fields(schema, 'schemas/submit-callback.schema.json')).toEqual(['auth']);
    expect(fields({ ...schema, title: 'Job', $defs: { job: { properties: { auth: { type: 'string', description: "Atomyx' API key" } } } } }, 'schemas/job.schema.json')).toEqual([]);
  });

  it('messages of Pact that Submit sends', () => {
    const pact = (provider: string): object => ({ consumer: { name: 'shop' }, provider: { name: provider }, messages: [{ description: 'passed', contents: { event: 'passed', apiKey: 'none' } }], metadata: { pactSpecification: { version: '3.0.0' } } });
    expect(fields(pact('atomyx-submit'), 'pacts/a.json')).toEqual(['apiKey']);
    expect(fields(pact('crm'), 'pacts/submit.json')).toEqual([]);
  });
});
