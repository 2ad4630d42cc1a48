import type { Verdict } from './verdict.ts';
import { base, key, submit } from './verdict.ts';

/** Keys whose name stands in a call, an option or a map around them. */
export const verdicts: readonly Verdict[] = [
  { code: `container.register('SUBMIT_API_KEY', { useValue: '~key~' });`, rules: ['no-hardcoded-key'] },
  { code: `container.bind('AtomyxApiKey').toConstantValue('~key~');`, rules: ['no-hardcoded-key'] },
  { code: `const ATOMYX_TOKEN = Symbol('ATOMYX_TOKEN'); export const providers = [{ provide: ATOMYX_TOKEN, useValue: '~key~' }];`, rules: ['no-hardcoded-key'] },
  { code: `export const providers = [{ provide: 'ATOMYX_API_KEY', useFactory: () => ${key} ?? '~key~' }];`, rules: ['no-hardcoded-key'] },
  { code: `export const providers = [{ provide: 'ATOMYX_API_KEY', useFactory: () => ${key} }, { provide: 'STRIPE_KEY', useValue: '~key~' }, { provide: 'ATOMYX_SIGNING_SECRET', useValue: '~key~' }];`, rules: [] },
  { code: `export default cleanEnv(process.env, { ATOMYX_SUBMIT_TOKEN: str({ default: '~key~' }) });`, rules: ['no-hardcoded-key'] },
  { code: `export default cleanEnv(process.env, { ATOMYX_SUBMIT_TOKEN: str({ desc: 'The key' }), ATOMYX_TENANT_ID: str({ default: '~uuid~' }), CMS_TOKEN: str({ default: '~key~' }) });`, rules: [] },
  { code: `new aws.ssm.Parameter('atomyx-submit-api-key', { type: 'SecureString', value: '~key~' });`, rules: ['no-hardcoded-key'] },
  { code: `program.option('--atomyx-api-key <key>', 'API key for Atomyx Submit', '~key~');`, rules: ['no-hardcoded-key'] },
  { code: `program.option('--atomyx-api-key <key>', 'API key for Atomyx Submit', ${key}).option('--trace <id>', 'a trace', '~uuid~');`, rules: [] },
  { code: `yargs.option('submit-api-key', { type: 'string', default: '~key~' });`, rules: ['no-hardcoded-key'] },
  { code: `const tokens = new Map(); tokens.set('atomyx', '~key~'); tokens.set('dhl', ${key});`, rules: ['no-hardcoded-key'] },
  { code: `const tokens = {}; tokens['atomyx'] = '~key~';`, rules: ['no-hardcoded-key'] },
  { code: `const tokens = new Map([['atomyx', ${key}], ['dhl', '~key~']]);`, rules: [] },
  { code: `localStorage.setItem('atomyxSubmitApiKey', '~key~');`, rules: ['no-hardcoded-key'] },
  { code: `localStorage.setItem('atomyx.lastOrder', '~uuid~'); localStorage.setItem('submitFormToken', '~key~');`, rules: [] },
  { code: `res.cookies.set('submit_api_key', ${key} ?? '~key~');`, rules: ['no-hardcoded-key'] },
  { code: `export const jobs = { queryKey: ['submitApiKey', '~uuid~'] };`, rules: [] },
  { code: `client.setConfig({ baseUrl: '${base}', auth: () => '~key~' });`, rules: ['no-hardcoded-key'] },
  { code: `export const client = createClient({ endpoint: '${base}', getAccessToken: async () => '~key~' });`, rules: ['no-hardcoded-key'] },
  { code: `client.setConfig({ baseUrl: '${base}', auth: () => ${key} }); cms.setConfig({ baseUrl: 'https://cms.example.com', auth: () => '~key~' });`, rules: [] },
  { code: `OpenAPI.BASE = '${base}'; OpenAPI.TOKEN = '~key~';`, rules: ['no-hardcoded-key'] },
  { code: `app.use((req, res, next) => { if (req.get('authorization') !== 'Bearer ~key~') return res.sendStatus(401); next(); }); app.post('/jobs', () => fetch('${submit}', { headers: { Authorization: 'Bearer ' + ${key} } }));`, rules: [] },
  { code: `http.post('${submit}', ({ request }) => (request.headers.get('Authorization') === 'Bearer ~key~' ? created() : refused())); fetch('${submit}', { headers: { Authorization: 'Bearer ' + ${key} } });`, rules: ['no-hardcoded-key'] },
];
