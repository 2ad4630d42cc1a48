import { describe } from 'vitest';
import { cases } from './cases.ts';

const submit = 'https://submit.atomyx.io/api/jobs';
const key = 'process.env.ATOMYX_SUBMIT_API_KEY';

describe('handlers', () => {
  cases('require-callback-signature', [
    `app.post('/callbacks/submit', (req, res) => { save(«req.body».status); res.end(); });`,
    `app.post('/callbacks/submit', (req, res) => { const { status } = «req.body»; save(status); });`,
    `app.post('/callbacks/submit', verifySignature, (req, res) => { save(req.body.status); });`,
    `app.post('/callbacks/submit', (req, res) => { if (!verifySubmit(req)) return; save(req.body.status); });`,
    `app.use('/callbacks', verifyAtomyx); app.post('/callbacks/submit', (req, res) => { save(req.body.status); });`,
    `app.post('/callbacks/submit', (req, res) => { if (!req.body) return res.end(); res.end(); });`,
    `app.post('/webhooks/parcels', (req, res) => { save(req.body.status); });`,
    `app.post('/forms/submit', (req, res) => { save(req.body.status); });`,
    `app.post('/jobs', (req, res) => { submit(req.body); }); const u = 'https://submit.atomyx.io/api/jobs';`,
    `fastify.post('/atomyx/webhook', async (request) => { await save(«request.body».status); });`,
    `fastify.route({ method: 'POST', url: '/atomyx/webhook', handler: async (request) => { await save(«request.body»); } });`,
    `fastify.route({ method: 'POST', url: '/atomyx/webhook', preHandler: verifySignature, handler: async (request) => { await save(request.body); } });`,
    `router.post('/submit/callback', async (ctx) => { await save(«ctx.request.body»); });`,
    `app.post('/submit/callback', async (c) => { const payload = «await c.req.json()»; return c.json({ ok: payload }); });`,
    `app.post('/submit/callback', async (c) => { await verifySignature(c); const payload = await c.req.json(); return c.json({ ok: payload }); });`,
    { path: 'app/api/submit-callback/route.ts', code: `export async function POST(request) { const data = «await request.json()»; return save(data); }` },
    { path: 'app/api/submit-callback/route.ts', code: `export async function POST(request) { const raw = await request.text(); if (!isGenuine(raw, request.headers)) return; return save(JSON.parse(raw)); }` },
    { path: 'app/api/other/route.ts', code: `export async function POST(request) { const data = await request.json(); return submitCallback(data); }` },
    { path: 'pages/api/submit-webhook.ts', code: `export default async function handler(req, res) { await save(«req.body»); }` },
    `@Controller('callbacks') class C { @Post('submit') handle(@Body() body: object) { return save(«body»); } }`,
    `@Controller('callbacks') class C { @UseGuards(SubmitSignatureGuard) @Post('submit') handle(@Body() body: object) { return save(body); } }`,
    `@Controller('orders') class C { @Post() submit(@Body() body: object) { return save(body); } }`,
    `export const submitCallback = async (event) => { const payload = JSON.parse(«event.body»); await save(payload); };`,
    `export const submitCallback = async (event) => { if (!timingSafeEqual(sign(event.body), given)) return; await save(JSON.parse(event.body)); };`,
    `export const handler = async (event) => { log(event.headers['x-atomyx-event']); await save(JSON.parse(«event.body»)); };`,
    `const onSubmit = (event) => { send(event.body); }; const key = 'api key bearer';`,
  ]);
});

describe('comparisons', () => {
  cases('require-callback-signature', [
    `const ok = «req.headers['x-atomyx-signature'] === expected»;`,
    `const signature = req.get('X-Atomyx-Signature'); if («signature !== digest(body)») fail();`,
    `const signature = request.headers.get('x-atomyx-signature') ?? ''; return «expected == signature»;`,
    `const event = headers['x-atomyx-event']; const mac = createHmac('sha256', secret).update(body).digest('hex'); return «mac === given»;`,
    `if (req.headers['x-atomyx-signature'] === undefined) fail();`,
    `if (typeof req.headers['x-atomyx-signature'] !== 'string') fail();`,
    `const s = req.headers['x-atomyx-signature']; if (s.length !== expected.length) fail();`,
    `const s = req.headers['x-atomyx-signature']; if (s.slice(0, 7) !== 'sha256=') fail();`,
    `const s = req.headers['x-atomyx-signature']; if (timingSafeEqual(a, b) === false) fail();`,
    `if (req.headers['x-atomyx-event'] === EVENT) run();`,
    `const mac = createHmac('sha256', secret).update(body).digest('hex'); return mac === given; // other vendor, no submit api key`,
    `if (signature === expected) run(); // stripe api key, submit`,
  ]);
});

describe('Express handlers', () => {
  cases('require-callback-signature', [
    `app.post('/callbacks/submit', express.json(), async (req, res) => { await save(«req.body»); res.sendStatus(200); });`,
    `router.post('/webhooks/atomyx', (req, res, next) => { const event = «req.body»; handle(event); next(); });`,
    `app.post('/submit-callback', handleSubmit); function handleSubmit(req, res) { save(«req.body».status); }`,
    `app.post('/submit-callback', controller.handle); const controller = { handle(req, res) { save(«req.body».status); } };`,
    `const path = '/submit-callback'; app.post(path, (req, res) => { save(«req.body».status); });`,
    `app.post(\`/submit-callback\`, (req, res) => { save(«req.body».status); });`,
    `app.post(['/submit-callback', '/x'], (req, res) => { save(«req.body».status); });`,
    `app.route('/submit-callback').post((req, res) => { save(«req.body».status); });`,
    `router.post('/', (req, res) => { const e = req.headers['x-atomyx-event']; save(«req.body».status); });`,
    `app.post('/atomyx/events', (req, res) => { save(«req.body».status); });`,
    `app.post('/submit-callback', [bodyParser.json(), verify], (req, res) => { save(req.body.status); });`,
    `app.post('/submit-callback', express.raw({ type: '*/*' }), (req, res) => { const sig = req.get('X-Atomyx-Signature'); const mac = crypto.createHmac('sha256', process.env.S).update(req.body).digest('hex'); if (!crypto.timingSafeEqual(Buffer.from(sig), Buffer.from(mac))) return res.sendStatus(401); save(JSON.parse(req.body)); });`,
    `app.post('/submit-callback', (req, res) => { if (!isValid(req)) return res.sendStatus(401); save(req.body); }); function isValid(req) { const mac = createHmac('sha256', s).update(req.rawBody).digest('hex'); return timingSafeEqual(Buffer.from(mac), Buffer.from(req.get('x-atomyx-signature'))); }`,
    `app.post('/submit-callback', (req, res) => { const event = parseCallback(req.rawBody, req.headers); save(event); }); function parseCallback(raw, headers) { const mac = createHmac('sha256', s).update(raw).digest(); if (!timingSafeEqual(mac, Buffer.from(headers['x-atomyx-signature'], 'hex'))) throw new Error('bad'); return JSON.parse(raw); }`,
    `app.post('/submit-callback', (req, res) => { console.log(«req.body»); if (!verifySignature(req)) return; });`,
    `app.post('/submit-callback', (req, res) => { if (!verifySignature(req)) return; console.log(req.body); });`,
    `app.post('/submit-callback', guard, (req, res) => { save(«req.body»); });`,
    `app.post('/submit-callback', requireSignature(), (req, res) => { save(req.body); });`,
    `const verify = (req, res, next) => next(); app.post('/submit-callback', checkHmac, (req, res) => { save(req.body); });`,
    `app.use(bodyParser.json({ verify: (req, res, buf) => { req.rawBody = buf; } })); app.post('/submit-callback', (req, res) => { save(«req.body»); });`,
    `app.use(express.json({ verify: verifySubmitSignature })); app.post('/submit-callback', (req, res) => { save(req.body); });`,
    `app.post('/submit-callback', (req, res) => { res.sendStatus(204); });`,
    `app.post('/submit-callback', (req, res) => { queue.add({ raw: «req.body» }); });`,
    `app.get('/submit-callback', (req, res) => { res.send(req.body); });`,
    `app.post('/submit-order', (req, res) => { save(req.body); }); app.post('/form/submit-event', (req, res) => { save(req.body); });`,
    `app.post('/stripe/webhook', (req, res) => { save(req.body); }); app.post('/submit-callback', verifySignature, (req, res) => { save(req.body); });`,
    `app.post('/submit-callback', async ({ body }, res) => { save(«body».status); });`,
    `app.post('/submit-callback', async ({ body, headers }, res) => { if (!verifySignature(body, headers)) return; save(body.status); });`,
  ]);
});

describe('Fastify handlers', () => {
  cases('require-callback-signature', [
    `fastify.post('/atomyx/callback', { schema }, async (request, reply) => { await save(«request.body».id); });`,
    `fastify.post('/atomyx/callback', { preHandler: [fastify.verifySignature] }, async (request, reply) => { await save(request.body.id); });`,
    `fastify.addHook('preHandler', verifySubmitSignature); fastify.post('/atomyx/callback', async (request, reply) => { await save(request.body.id); });`,
    `fastify.addHook('preHandler', async (request, reply) => { const mac = createHmac('sha256', s).update(request.rawBody).digest(); if (!timingSafeEqual(mac, sig)) throw new Error(); }); fastify.post('/atomyx/callback', async (request, reply) => { await save(request.body.id); });`,
    `fastify.route({ method: 'POST', url: '/atomyx/callback', async handler(request, reply) { await save(«request.body»); } });`,
  ]);
});

describe('Koa handlers', () => {
  cases('require-callback-signature', [
    `router.post('/atomyx/callback', koaBody(), async (ctx) => { const body = «ctx.request.body»; await save(body); ctx.status = 204; });`,
    `router.post('/atomyx/callback', verifySignature, async (ctx) => { await save(ctx.request.body); });`,
    `router.post('/atomyx/callback', async (ctx) => { ctx.body = { ok: true }; });`,
    `router.post('/atomyx/callback', async (ctx) => { ctx.body = await list(ctx.query); });`,
  ]);
});

describe('Hono handlers', () => {
  cases('require-callback-signature', [
    `app.post('/atomyx/callback', async (c) => { const raw = await c.req.text(); if (!verify(raw, c.req.header('X-Atomyx-Signature'))) return c.text('no', 401); await save(JSON.parse(raw)); return c.json({}); });`,
    `app.post('/atomyx/callback', async (c) => { const raw = «await c.req.text()»; await save(JSON.parse(raw)); return c.json({}); });`,
    `app.post('/atomyx/callback', zValidator('json', schema), async (c) => { const data = «c.req.valid('json')»; await save(data); return c.json({}); });`,
    `app.use('/atomyx/*', verifySignature); app.post('/atomyx/callback', async (c) => { await save(await c.req.json()); });`,
  ]);
});

describe('handlers by their files', () => {
  cases('require-callback-signature', [
    { path: 'app/api/atomyx/callback/route.ts', code: `export async function POST(req: NextRequest) { const body = «await req.json()»; await save(body); return NextResponse.json({}); }` },
    { path: 'app/api/submit/webhook/route.ts', code: `export const POST = async (request: Request) => { const { status } = «await request.json()»; await save(status); return new Response(); };` },
    { path: 'app/api/submit/webhook/route.ts', code: `export const POST = async (request: Request) => { const raw = «await request.text()»; await save(JSON.parse(raw)); return new Response(); };` },
    { path: 'app/api/submit/webhook/route.ts', code: `export const POST = async (request: Request) => { const raw = await request.text(); const mac = createHmac('sha256', S).update(raw).digest(); if (!timingSafeEqual(mac, Buffer.from(request.headers.get('x-atomyx-signature')!, 'hex'))) return new Response(null, { status: 401 }); await save(JSON.parse(raw)); return new Response(); };` },
    { path: 'app/api/submit/webhook/route.ts', code: `export const POST = withSignature(async (request: Request) => { const body = await request.json(); return save(body); });` },
    { path: 'app/api/submit/webhook/route.ts', code: `export const GET = async (request: Request) => { const body = await request.json(); return save(body); };` },
    { path: 'pages/api/submit/callback.ts', code: `export default async (req: NextApiRequest, res: NextApiResponse) => { await save(«req.body».id); res.end(); };` },
    { path: 'pages/api/submit/callback.ts', code: `async function handler(req, res) { await save(«req.body».id); res.end(); } export default handler;` },
    { path: 'pages/api/submit/callback.ts', code: `async function handler(req, res) { await save(req.body.id); res.end(); } export default withVerifiedSignature(handler);` },
    { path: 'src/routes/submit-callback/+server.ts', code: `export const POST: RequestHandler = async ({ request }) => { const body = «await request.json()»; await save(body); return new Response(); };` },
    { path: 'app/routes/webhooks.submit.ts', code: `export async function action({ request }: ActionFunctionArgs) { const body = «await request.json()»; await save(body); return null; }` },
    { path: 'server/api/submit-callback.post.ts', code: `export default defineEventHandler(async (event) => { const body = «await readBody(event)»; await save(body); });` },
    { path: 'server/api/submit-callback.post.ts', code: `export default defineEventHandler(async (event) => { const raw = await readRawBody(event); if (!verifySignature(raw, getHeader(event, 'x-atomyx-signature'))) throw createError({ statusCode: 401 }); const body = await readBody(event); await save(body); });` },
    { path: 'src/pages/api/submit-callback.ts', code: `export const POST: APIRoute = async ({ request }) => { const body = «await request.json()»; return save(body); };` },
  ]);
});

describe('Nest handlers', () => {
  cases('require-callback-signature', [
    `@Controller('webhooks/submit') export class C { constructor(private s: S) {} @Post() async handle(@Body() dto: SubmitCallbackDto) { await this.s.handle(«dto»); } }`,
    `@Controller() export class C { @Post('/submit-callback') handle(@Req() req: Request) { return this.s.handle(«req.body»); } }`,
    `@Controller('webhooks') export class C { @Post('submit') handle(@Headers('x-atomyx-signature') sig: string, @Body() dto: Dto, @Req() req: RawBodyRequest<Request>) { this.verifier.verify(sig, req.rawBody); return this.s.handle(dto); } }`,
    `@Controller('webhooks') export class C { @Post('submit') handle(@Headers('x-atomyx-signature') sig: string, @Body() dto: Dto) { return this.s.handle(«dto»); } }`,
    `@UseGuards(HmacGuard) @Controller('webhooks/submit') export class C { @Post() handle(@Body() dto: Dto) { return this.s.handle(dto); } }`,
    `@UseGuards(AuthGuard('jwt')) @Controller('webhooks/submit') export class C { @Post() handle(@Body() dto: Dto) { return this.s.handle(«dto»); } }`,
    `@Controller('webhooks/submit') export class C { @Post() handle(@Body('status') status: string) { return this.s.handle(«status»); } }`,
  ]);
});

describe('Lambda handlers', () => {
  cases('require-callback-signature', [
    `export const submitWebhook: APIGatewayProxyHandler = async (event) => { const body = JSON.parse(«event.body» ?? '{}'); await save(body); return { statusCode: 200 }; };`,
    { path: 'functions/submit-callback.ts', code: `export const handler = async (event: APIGatewayProxyEventV2) => { const body = JSON.parse(«event.body»!); await save(body); return { statusCode: 200 }; };` },
    { path: 'functions/submit-callback.ts', code: `exports.handler = async (event) => { await save(JSON.parse(«event.body»)); return { statusCode: 200 }; };` },
    { path: 'functions/submit-callback.ts', code: `exports.handler = async (event) => { const mac = createHmac('sha256', S).update(event.body).digest('hex'); if (!safeCompare(mac, event.headers['x-atomyx-signature'])) return { statusCode: 401 }; await save(JSON.parse(event.body)); return { statusCode: 200 }; };` },
    { path: 'functions/submit-callback.ts', code: `export const handler = async ({ body, headers }) => { await save(JSON.parse(«body»)); return { statusCode: 200 }; };` },
    { path: 'netlify/functions/submit-callback.mts', code: `export default async (req: Request) => { const body = «await req.json()»; await save(body); };` },
    { path: 'src/index.ts', code: `export default { async fetch(request, env) { if (request.headers.get('x-atomyx-event')) { const body = «await request.json()»; await save(body); } } };` },
  ]);
});

describe('further comparisons', () => {
  cases('require-callback-signature', [
    `const h = req.headers['x-atomyx-signature']; const mac = 'sha256=' + createHmac('sha256', s).update(b).digest('hex'); if («h !== mac») return;`,
    `const { 'x-atomyx-signature': signature } = req.headers; if («signature === expected») ok();`,
    `function check(signature, raw) { const expected = createHmac('sha256', s).update(raw).digest('hex'); return «signature === expected»; } check(req.get('x-atomyx-signature'), raw);`,
    `const sig = req.header('X-Atomyx-Signature'); if (!sig || sig.length !== expected.length) return; if (!timingSafeEqual(Buffer.from(sig), Buffer.from(expected))) return;`,
    `const sig = req.header('X-Atomyx-Signature'); if (sig == null || sig === '') return;`,
    `const sig = req.header('X-Atomyx-Signature'); const ok = timingSafeEqual(Buffer.from(sig), expected); if (ok === false || ok !== true) return;`,
    `const sig = req.header('X-Atomyx-Signature'); const [scheme, value] = sig.split('='); if (scheme !== 'sha256') return; if («value !== hex(mac)») return;`,
    `const sig = req.header('X-Atomyx-Signature'); if (sig.startsWith('sha256=') === false) return;`,
    `const t = req.header('X-Atomyx-Timestamp'); if (Number(t) === last || t !== previous) return;`,
    `const sig = req.header('X-Atomyx-Signature'); switch (sig) { case a: break; }`,
    `const sig = req.header('Stripe-Signature'); if (sig === expected) ok(); const x = 'submit api key';`,
    `const sig = req.header('X-Atomyx-Signature'); if (typeof sig === 'string' && Array.isArray(sig) === false) ok();`,
    `const sig = req.header('X-Atomyx-Signature'); if (sig === undefined || sig === null || sig === void 0) ok();`,
    `const h = 'x-atomyx-signature'; if («req.headers[h] === expected») ok();`,
    `const SIGNATURE_HEADER = 'x-atomyx-signature'; if («req.get(SIGNATURE_HEADER) === expected») ok();`,
    `expect(req.headers['x-atomyx-signature'] === undefined).toBe(true);`,
    `expect(req.headers['x-atomyx-signature']).toBe(expected);`,
  ]);
});

describe('the key as the secret', () => {
  cases('no-key-as-callback-secret', [
    `import crypto from 'crypto'; crypto.createHmac('sha256', «process.env.SUBMIT_API_KEY!»).update(body);`.replace('«process.env.SUBMIT_API_KEY!»', '«process.env.SUBMIT_API_KEY!»'),
    `const { createHmac: hmac } = require('node:crypto'); hmac('sha256', «config.submitApiKey»);`,
    `import { createHmac } from 'crypto'; const k = process.env.SUBMIT_API_KEY; fetch('https://submit.atomyx.io/api/jobs', { headers: { Authorization: \`Bearer \${k}\` } }); createHmac('sha256', «k»);`,
    `import { createHmac } from 'crypto'; const h = load(); fetch('https://submit.atomyx.io/api/jobs', { headers: { Authorization: \`Bearer \${h}\` } }); createHmac('sha256', «h»);`,
    `const callbackSecret = «process.env.ATOMYX_SUBMIT_API_KEY»;`,
    `settings.webhookSecret = «process.env.ATOMYX_SUBMIT_API_KEY»;`,
    `if (req.headers['x-atomyx-signature'] === «submitApiKey») run();`,
    `import { createHmac } from 'crypto'; createHmac('sha256', process.env.SUBMIT_WEBHOOK_SECRET).update(process.env.SUBMIT_API_KEY);`,
    `import { createHmac } from 'crypto'; createHmac('sha256', salt).update(submitApiKey).digest('hex');`,
    `const config = { submit: { apiKey: process.env.SUBMIT_API_KEY, callbackSecret: process.env.SUBMIT_CALLBACK_SECRET } };`,
  ]);
});

describe('further secrets', () => {
  cases('no-key-as-callback-secret', [
    `import { createHmac } from 'node:crypto'; createHmac('sha256', «${key}»).update(raw).digest('hex');`,
    `import crypto from 'node:crypto'; const key = ${key}; crypto.createHmac('sha256', «k»); const k = ${key};`,
    `import * as crypto from 'crypto'; const secret = ${key}; crypto.createHmac('sha256', «secret»);`,
    `crypto.subtle.importKey('raw', «new TextEncoder().encode(${key})», { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']);`,
    `crypto.subtle.importKey('raw', new TextEncoder().encode(${key}), 'AES-GCM', false, ['encrypt']);`,
    `import CryptoJS from 'crypto-js'; CryptoJS.HmacSHA256(raw, «${key}»);`,
    `import hmacSHA256 from 'crypto-js/hmac-sha256'; hmacSHA256(raw, «${key}»);`,
    `verifySignature(raw, sig, «${key}»);`,
    `verifyWebhook(raw, { secret: «${key}» });`,
    `new SubmitWebhookVerifier({ secret: «${key}» });`,
    `new Webhook(${key});`,
    `const CALLBACK_SECRET = «${key}»;`,
    `const webhookSecret = «${key}» ?? '';`,
    `const { «ATOMYX_SUBMIT_API_KEY»: callbackSecret } = process.env;`,
    `const callbackSecret = process.env.SUBMIT_CALLBACK_SECRET || «${key}»;`,
    `process.env.CALLBACK_SECRET = «${key}»;`,
    `class C { callbackSecret = «${key}»; }`,
    `class C { constructor() { this.webhookSecret = «${key}»; } }`,
    `function sign(raw, secret) { return createHmac('sha256', secret).update(raw).digest('hex'); } sign(raw, «${key}»); import { createHmac } from 'crypto';`,
    `import { createHmac } from 'crypto'; createHmac('sha256', process.env.CALLBACK_SECRET).update(x); const k = ${key};`,
    `import { createHash } from 'crypto'; createHash('sha256').update(${key}).digest('hex');`,
    `const secret = ${key}; fetch('${submit}', { headers: { Authorization: 'Bearer ' + secret } });`,
    `const signingKey = process.env.JWT_SIGNING_KEY; const k = ${key};`,
    `jwt.sign(payload, ${key});`,
    `import { createHmac } from 'crypto'; createHmac('sha256', 'salt').update(${key}).digest('hex');`,
  ]);
});

describe('handlers of many kinds', () => {
  cases('require-callback-signature', [
    `export async function POST(req) { const e = req.headers.get('x-atomyx-event'); const { data } = «await req.json()»; return save(e, data); }`,
    `const handler = (req, res) => { const sig = req.headers['x-atomyx-signature']; if (!sig) return res.end(); save(«req.body»); };`,
    `const app = new Hono(); app.use('*', logger()); app.post('/submit/callback', async (c) => { const body = «await c.req.json()»; await save(body); return c.body(null, 204); });`,
    `app.post('/submit/callback', async (req, res) => { await verifier.verify(req); await save(req.body); });`,
    `app.post('/submit/callback', async (req, res) => { const event = submit.webhooks.constructEvent(req.body, req.headers['x-atomyx-signature'], secret); await save(event); });`,
    `app.post('/submit/callback', async (req, res) => { if (req.get('authorization') !== process.env.TOKEN) return res.end(); await save(«req.body»); });`,
    `app.post('/submit/callback', (req, res) => res.sendStatus(200));`,
    `app.post('/submit/callback', multer().none(), (req, res) => { res.json(«req.body»); });`,
    `export const submitCallback = onRequest(async (req, res) => { await save(«req.body»); res.end(); });`,
    `export const submitCallback = functions.https.onRequest(async (req, res) => { if (!isGenuine(req)) return; await save(req.body); });`,
    `module.exports = async function (context, req) { if (req.headers['x-atomyx-event']) { context.log(«req.body»); } };`,
    `Deno.serve(async (req) => { if (new URL(req.url).pathname === '/submit/callback') { const event = req.headers.get('x-atomyx-event'); return save(event, «await req.json()»); } });`,
    `const server = http.createServer((req, res) => { if (req.url !== '/submit/callback') return; let body = ''; req.on('data', (c) => (body += c)); req.on('end', () => save(JSON.parse(body))); }); import http from 'http';`,
    `describe('submit callback', () => { it('works', async () => { const req = { body: { a: 1 }, headers: { 'x-atomyx-signature': sign('x') } }; await handler(req, res); expect(req.body).toBeDefined(); }); });`,
    `it('handles submit callbacks', async ({ request }) => { const res = await request.post('/submit/callback', { headers: { 'X-Atomyx-Signature': 'x' } }); expect(await res.json()).toEqual({}); });`,
    `test('x', async (c) => { const r = await handler({ headers: { 'x-atomyx-event': 'a' } }); c.is(r.body, ''); });`,
    `export async function sendCallback(req) { return fetch(req.url, { headers: { 'X-Atomyx-Signature': sign(req.body) }, body: req.body }); }`,
    `const submitEvent = (e) => { save(e.body); };`,
    `const handleSubmit = async (event) => { event.preventDefault(); await post(event.body); }; // atomyx webhook api key`,
    `const trackAtomyxEvent = (event) => { send(event.body); };`,
  ]);
});
