import { describe } from 'vitest';
import { cases } from './cases.ts';

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
