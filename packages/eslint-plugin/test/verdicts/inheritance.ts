import type { Verdict } from './verdict.ts';
import { base, key, submit } from './verdict.ts';

const remote = `class Remote { constructor(private base: string, private token: string) {} post(path: string) { return fetch(this.base + path, { headers: { Authorization: 'Bearer ' + this.token } }); } }`;
const fields = `abstract class Remote { protected abstract url: string; protected abstract token: string; get() { return fetch(this.url, { headers: { Authorization: 'Bearer ' + this.token } }); } }`;
const curried = `const call = (base) => (token) => (path) => fetch(base + path, { headers: { Authorization: 'Bearer ' + token } });`;

/** Keys that go through superclasses and functions that other functions return. */
export const verdicts: readonly Verdict[] = [
  { code: `${remote} class Submit extends Remote { constructor() { super('${base}', '~key~'); } create() { return this.post('/jobs'); } }`, rules: ['no-hardcoded-key'] },
  { code: `${remote} class Submit extends Remote {} new Submit('${base}', '~key~').post('/jobs');`, rules: ['no-hardcoded-key'] },
  { code: `${remote} class Middle extends Remote {} class Submit extends Middle { constructor() { super('${base}', '~key~'); } create() { return this.post('/jobs'); } }`, rules: ['no-hardcoded-key'] },
  { code: `${remote} class Submit extends Remote { constructor() { super('${base}', ${key}); } create() { return this.post('/jobs'); } } class Mailer extends Remote { constructor() { super('https://mail.example.com', '~key~'); } send() { return this.post('/mails'); } }`, rules: [] },
  { code: `${fields} class Submit extends Remote { protected url = '${submit}'; protected token = '~key~'; } new Submit().get();`, rules: ['no-hardcoded-key'] },
  { code: `${fields} class Submit extends Remote { protected url = '${submit}'; protected token = ${key} ?? ''; } class Cms extends Remote { protected url = 'https://cms.example.com'; protected token = '~key~'; } new Submit().get(); new Cms().get();`, rules: [] },
  { code: `import axios from 'axios'; class Base { constructor({ baseURL, token }) { this.http = axios.create({ baseURL, headers: { Authorization: 'Bearer ' + token } }); } } class Submit extends Base { constructor() { super({ baseURL: '${base}', token: '~key~' }); } create() { return this.http.post('/jobs'); } }`, rules: ['no-hardcoded-key'] },
  { code: `${curried} const submit = call('${base}')('~key~'); submit('/jobs');`, rules: ['no-hardcoded-key'] },
  { code: `${curried} call('${base}')('~key~')('/jobs');`, rules: ['no-hardcoded-key'] },
  { code: `${curried} const submit = call('${base}')(${key}); const crm = call('https://crm.example.com')('~key~'); submit('/jobs'); crm('/notes');`, rules: [] },
  { code: `function client(base) { return (token) => ({ get: (path) => fetch(base + path, { headers: { Authorization: 'Bearer ' + token } }) }); } const a = client('${base}')(${key}); const b = client('https://cms.example.com')('~key~'); a.get('/jobs'); b.get('/pages');`, rules: [] },
  { code: `const headers = {}; Object.assign(headers, { Accept: 'x' }, { Authorization: 'Bearer ~key~' }); fetch('${submit}', { headers });`, rules: ['no-hardcoded-key'] },
  { code: `const headers = {}; Object.assign(headers, { Accept: 'x' }, { Authorization: 'Bearer ' + ${key} }); fetch('${submit}', { headers });`, rules: [] },
];
