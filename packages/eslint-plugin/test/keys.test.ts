import { describe } from 'vitest';
import { cases } from './cases.ts';

const submit = 'https://submit.atomyx.io/api/jobs';

describe('literal keys', () => {
  cases('no-hardcoded-key', [
    `fetch('${submit}', { headers: { Authorization: 'Bearer «key»' } });`,
    `fetch('${submit}', { headers: { Authorization: 'Bearer «key»' } }); console.log('~key~');`,
    `const key = '«key»'; export const call = (path) => fetch('https://submit.atomyx.io/api' + path, { headers: { Authorization: 'Bearer ' + key } });`,
    `const h = { Authorization: \`Bearer \${process.env.KEY ?? '«key»'}\` }; fetch('${submit}', { headers: h });`,
    `const a = fetch('${submit}', { headers: { Authorization: 'Bearer «key»' } }); const b = fetch('https://api.parcels.example/x', { headers: { Authorization: 'Bearer ~key~' } });`,
    `const apiKey = '~key~'; fetch('https://api.parcels.example/x', { headers: { Authorization: \`Bearer \${apiKey}\` } }); const url = '${submit}';`,
    `const atomyxApiKey = \`«key»\`;`,
    `export default { atomyx: { apiKey: '«key»', url: 'https://submit.atomyx.io/api' } };`,
    `// curl -H "Authorization: Bearer «key»" ${submit}`,
    `const submitButtonApiKeyPlaceholder = '~key~';`,
    `const submitApiKeyHash = '~key~'; const submitApiKeyId = '~key~';`,
    `const commit = '~key~'; const url = '${submit}';`,
    `describe('submit api key', () => { const requestId = '~key~'; });`,
  ]);
});

describe('logs', () => {
  cases('no-key-in-logs', [
    `console.log(«process.env.SUBMIT_API_KEY»);`,
    `console.error('failed', «{ key: process.env.SUBMIT_API_KEY }»);`,
    `import util from 'node:util'; console.log(«util.inspect({ key: process.env.SUBMIT_API_KEY })»);`,
    `import { format } from 'util'; process.stderr.write(«format('%s', process.env.SUBMIT_API_KEY)»);`,
    `import winston from 'winston'; const logger = winston.createLogger({}); logger.info('x', «{ submitApiKey }»); const submitApiKey = load();`,
    `import bunyan from 'bunyan'; const l = bunyan.createLogger({ name: 'x' }); l.child({}).warn(«submitApiKey»); const submitApiKey = load();`,
    `import log4js from 'log4js'; const l = log4js.getLogger(); l.debug(«process.env.ATOMYX_API_KEY»);`,
    `import debug from 'debug'; const d = debug('jobs'); d('%s', «process.env.ATOMYX_API_KEY»);`,
    `import { Logger } from '@nestjs/common'; class S { private readonly l = new Logger('S'); run() { this.l.verbose(«process.env.ATOMYX_API_KEY») } }`,
    `import * as Sentry from '@sentry/node'; Sentry.setContext('submit', «{ key: process.env.ATOMYX_API_KEY }»);`,
    `class S { constructor(private logger) {} run(submitApiKey) { this.logger.info(«\`key \${submitApiKey}\`») } }`,
    `app.get('/', (req) => req.log.info(«process.env.SUBMIT_API_KEY»));`,
    `const options = { headers: { Authorization: 'Bearer ' + process.env.SUBMIT_API_KEY } }; console.log(«options», fetch('${submit}', options));`,
    `const options = { ...base, headers: { Authorization: 'Bearer ' + process.env.SUBMIT_API_KEY } }; console.log(«{ ...options }»);`,
    `throw new TypeError(«'bad key ' + process.env.SUBMIT_API_KEY»);`,
    `const trace = (message, data) => console.log(message, data); trace('x', «process.env.SUBMIT_API_KEY»);`,
    `const trace = (message) => console.log(message.length); trace(process.env.SUBMIT_API_KEY);`,
    `import pino from 'pino'; const log = pino({ redact: ['headers.Authorization'] }); log.info({ headers: { Authorization: \`Bearer \${process.env.SUBMIT_API_KEY}\` } });`,
    `console.log(mask(process.env.SUBMIT_API_KEY), redactKey(process.env.SUBMIT_API_KEY));`,
    `console.log(process.env.SUBMIT_API_KEY ? 'yes' : 'no', !!process.env.SUBMIT_API_KEY, process.env.SUBMIT_API_KEY?.length);`,
    `console.log(process.env.SUBMIT_API_KEY.slice(-4), process.env.SUBMIT_API_KEY.substring(0, 4), process.env.SUBMIT_API_KEY[0]);`,
    `console.log(«process.env.SUBMIT_API_KEY.slice(0, 40)»);`,
    `const mask = (key) => key.slice(0, 4) + '***'; console.log(mask(process.env.SUBMIT_API_KEY));`,
    `const hidden = { ...config, submitApiKey: '***' }; const config = { submitApiKey: process.env.SUBMIT_API_KEY }; console.log(hidden);`,
    `console.log(JSON.stringify({ submitApiKey: process.env.SUBMIT_API_KEY }, (k, v) => k === 'submitApiKey' ? undefined : v));`,
    `Math.log(process.env.SUBMIT_API_KEY); dialog.info(process.env.SUBMIT_API_KEY);`,
    `const { submitApiKey, ...rest } = config; console.log(rest);`,
    `console.log('set SUBMIT_API_KEY first', process.env.SUBMIT_API_KEY === undefined);`,
    `const response = await fetch('${submit}', { headers: { Authorization: 'Bearer ' + process.env.SUBMIT_API_KEY } }); console.log(response.status, response);`,
  ]);
});

describe('job fields', () => {
  cases('no-key-in-job-fields', [
    `const job = { externalId: 1, metadata: { a: { b: «process.env.SUBMIT_API_KEY» } } };`,
    `const metadata = { key: «process.env.SUBMIT_API_KEY» }; fetch('${submit}', { body: JSON.stringify({ externalId: 1, metadata }) });`,
    `import axios from 'axios'; axios.post('${submit}', { artwork: [«\`https://files.example/a.pdf?token=\${process.env.SUBMIT_API_KEY}\`»] });`,
    `import axios from 'axios'; axios.get('${submit}', { params: { key: «process.env.SUBMIT_API_KEY» } });`,
    `const url = new URL('${submit}'); url.searchParams.set('key', «process.env.SUBMIT_API_KEY»);`,
    `const url = «'https://shop.example/x?submit_api_key=' + process.env.SUBMIT_API_KEY»;`,
    `const url = 'https://shop.example/x?submit_api_key=«key»';`,
    `fetch('${submit}', { body: JSON.stringify({ externalId: 1, metadata: { note: '«key»' , submitApiKey: 1 } }) }); const submitApiKey = 1;`.replace("note: '«key»' ,", ''),
    `const job = { externalId: 1, metadata: { orderId: order.id } }; const headers = { Authorization: \`Bearer \${process.env.SUBMIT_API_KEY}\` };`,
    `const url = \`https://shop.example/x?key=\${process.env.MAPS_KEY}\`; const k = process.env.SUBMIT_API_KEY;`,
    `const options = { metadata: { key: process.env.SUBMIT_API_KEY } };`,
  ]);
});
