import { describe, expect, it } from 'vitest';
import { makeKey } from '../pipeline/engines.ts';
import { told } from './scan.ts';

const key = makeKey();
const url = 'https://submit.atomyx.io/api/jobs';
const schema = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';

const collection = (parts: object): string => JSON.stringify({ info: { name: 'Prepress', schema }, ...parts });

const cases: readonly (readonly [where: string, path: string, text: string, pointer: string | undefined])[] = [
  ['the value of "t" of the Postman collection "Prepress"', 'a.postman_collection.json',
    collection({ item: [{ name: 'Create', request: { header: [{ key: 'Authorization', value: 'Bearer {{t}}' }], url } }], variable: [{ key: 't', value: key }] }), '/variable/0/value'],
  ['the authorization of the Postman request "Create"', 'a.postman_collection.json',
    collection({ item: [{ name: 'Create', request: { auth: { type: 'bearer', bearer: [{ key: 'token', value: key }] }, url } }] }), '/item/0/request/auth/bearer/0/value'],
  ['the header "Authorization" of the saved response "201" of the Postman request "Create"', 'a.postman_collection.json',
    collection({ item: [{ name: 'Create', request: { url }, response: [{ name: '201', originalRequest: { url, header: [{ key: 'Authorization', value: `Bearer ${key}` }] } }] }] }), '/item/0/response/0/originalRequest/header/0/value'],
  ['the pre-request script of the Postman folder "Jobs"', 'a.postman_collection.json',
    collection({ item: [{ name: 'Jobs', event: [{ listen: 'prerequest', script: { exec: ['pm.variables.set(', `'t', '${key}');`] } }], item: [{ name: 'Create', request: { header: [{ key: 'Authorization', value: 'Bearer {{t}}' }], url } }] }] }), '/item/0/event/0/script/exec/1'],
  ['the current value of "bearer" in the Postman environment "prod"', 'prod.postman_environment.json',
    JSON.stringify({ name: 'prod', values: [{ key: 'root', value: 'https://submit.atomyx.io' }, { key: 'bearer', value: '', sessionValue: key }], _postman_variable_scope: 'environment' }), '/values/1/sessionValue'],
  ['the value of "token" in the Postman globals', 'all.postman_globals.json',
    JSON.stringify({ name: 'Globals', values: [{ key: 'root', value: 'https://submit.atomyx.io' }, { key: 'token', value: key }], _postman_variable_scope: 'globals' }), '/values/1/value'],
  ['line 2 of cell 1 of a Jupyter notebook', 'a.ipynb',
    JSON.stringify({ cells: [{ cell_type: 'code', source: ['import requests\n', `t = "${key}"\n`, `requests.post("${url}", headers={"Authorization": "Bearer " + t})`], outputs: [] }], nbformat: 4, nbformat_minor: 5, metadata: {} }), '/cells/0/source/1'],
  ['the header "authorization" of the request in entry 1 of a HAR recording, POST "https://submit.atomyx.io/api/jobs"', 'a.har',
    JSON.stringify({ log: { version: '1.2', entries: [{ request: { method: 'POST', url, headers: [{ name: 'authorization', value: `Bearer ${key}` }] } }] } }), '/log/entries/0/request/headers/0/value'],
  ['the value of "@t" in an HTTP file', 'a.http', `@t = ${key}\n\n### Create\nPOST ${url}\nAuthorization: Bearer {{t}}\n`, undefined],
  ['the HTTP request "Create"', 'a.http', `### Create\nPOST ${url}\nAuthorization: Bearer ${key}\n`, undefined],
  ['a k6 script', 'load.js', `import http from 'k6/http';\nconst headers = { Authorization: 'Bearer ${key}' };\nhttp.post('${url}', '{}', { headers });\n`, undefined],
  [`the request post "${url}" of a k6 script`, 'load.js', `import http from 'k6/http';\nhttp.post('${url}', '{}', { headers: { Authorization: 'Bearer ${key}' } });\n`, undefined],
  ['the request "Create" of a Gatling simulation', 'Jobs.java', `import static io.gatling.javaapi.http.HttpDsl.*;\nvar protocol = http.baseUrl("https://submit.atomyx.io/api");\nvar jobs = exec(http("Create")\n  .post("/jobs")\n  .header("Authorization", "Bearer ${key}"));\n`, undefined],
  [`the handler of POST "${url}" of the handlers of MSW`, 'handlers.ts', `import { http } from 'msw';\nhttp.post('${url}', ({ request }) => {\n  if (request.headers.get('authorization') !== 'Bearer ${key}') return refuse();\n  return accept();\n});\n`, undefined],
  ['the value of "API_TOKEN" in the environment of a k6 archive', 'metadata.json', JSON.stringify({ type: 'js', options: {}, env: { API_TOKEN: key, BASE_URL: 'https://submit.atomyx.io/api' }, k6version: '1.3.0' }), '/env/API_TOKEN'],
  ['the value of "API_TOKEN" in the environment of the k6 scenario "jobs"', 'options.json', JSON.stringify({ scenarios: { jobs: { executor: 'shared-iterations', env: { API_TOKEN: key } } }, env: { HOST: 'submit.atomyx.io' } }), '/scenarios/jobs/env/API_TOKEN'],
  ['the request POST "https://submit.atomyx.io/api/jobs" in a Playwright trace', '0-trace.network',
    `{"type":"resource-snapshot","snapshot":{"request":{"method":"POST","url":"${url}","headers":[{"name":"authorization","value":"Bearer ${key}"}]}}}\n`, '/snapshot/request/headers/0/value'],
  ['the header "Authorization" of the RapidAPI request "Create"', 'create.json',
    JSON.stringify([{ name: 'Create', local_uuid: '1', url: ['https://', { identifier: 'com.luckymarmot.EnvironmentVariableDynamicValue', evaluated: 'submit.atomyx.io' }, '/api/jobs'], headers: [{ name: 'Authorization', enabled: false, value: ['Bearer ', { identifier: 'com.luckymarmot.EnvironmentVariableDynamicValue', evaluated: key }] }] }]), '/0/headers/0/value/1/evaluated'],
];

describe('a finding says in the words of the tool where the key stands', () => {
  it.each(cases)('%s', (where, path, text, pointer) => {
    expect(told(text, path)).toEqual([{ rule: 'no-key-in-test-tools', text: key, message: expect.stringContaining(`hard-coded in ${where}. Revoke`) as string, pointer }]);
  });
});

describe('names of others in the words', () => {
  it('are shortened, have no control characters, and never spell a key', () => {
    const text = collection({ item: [{ name: `\u001b[31m${'x'.repeat(200)}`, request: { auth: { type: 'bearer', bearer: [{ key: 'token', value: key }] }, url } }, { name: key, request: { header: [{ key: 'Authorization', value: `Bearer ${key}` }], url } }] });
    const messages = told(text, 'a.postman_collection.json').map(({ message }) => message);
    // The key is the name of a request, too.
    expect(messages).toHaveLength(3);
    for (const message of messages) {
      expect(message).not.toContain(key);
      expect(message).not.toContain('\u001b');
      expect(message.length).toBeLessThan(300);
    }
  });
});
