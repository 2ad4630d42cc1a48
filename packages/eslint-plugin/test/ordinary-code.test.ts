import { expect, it } from 'vitest';
import plugin from '../src/index.ts';
import { reports } from './lint.ts';

/** Code as teams that use Submit write it, in which nothing is wrong. */
const files: Readonly<Record<string, string>> = {
  'src/submit/client.ts': `
import { z } from 'zod';
import { logger } from '../logger';
const envSchema = z.object({ ATOMYX_SUBMIT_API_KEY: z.string().min(20), ATOMYX_SUBMIT_URL: z.string().url().default('https://submit.atomyx.io/api'), SUBMIT_CALLBACK_SECRET: z.string() });
const env = envSchema.parse(process.env);
export interface SubmitClientOptions { apiKey: string; baseUrl?: string; fetch?: typeof fetch; timeoutMs?: number }
export class SubmitApiError extends Error { constructor(readonly status: number, readonly body: unknown) { super(\`Submit answered \${status}\`); } }
export class SubmitClient {
  readonly #apiKey: string; readonly #baseUrl: string; readonly #fetch: typeof fetch;
  constructor({ apiKey, baseUrl = 'https://submit.atomyx.io/api', fetch: f = globalThis.fetch }: SubmitClientOptions) {
    if (!apiKey) throw new Error('Set ATOMYX_SUBMIT_API_KEY to your Submit API key');
    this.#apiKey = apiKey; this.#baseUrl = baseUrl; this.#fetch = f;
  }
  async createJob(job: SubmitJob): Promise<SubmitJobCreated> {
    return this.#request('POST', '/jobs', job);
  }
  async #request<T>(method: string, path: string, body?: unknown): Promise<T> {
    const headers = new Headers({ Authorization: \`Bearer \${this.#apiKey}\`, 'Content-Type': 'application/json' });
    const response = await this.#fetch(\`\${this.#baseUrl}\${path}\`, { method, headers, body: JSON.stringify(body), signal: AbortSignal.timeout(10_000) });
    if (response.status === 401) throw new SubmitApiError(401, 'The key is missing, expired or of another environment');
    if (!response.ok) throw new SubmitApiError(response.status, await response.text());
    logger.info({ method, path, status: response.status, requestId: response.headers.get('x-request-id') }, 'submit request');
    return (await response.json()) as T;
  }
}
export const submit = new SubmitClient({ apiKey: env.ATOMYX_SUBMIT_API_KEY, baseUrl: env.ATOMYX_SUBMIT_URL });
logger.debug({ baseUrl: env.ATOMYX_SUBMIT_URL, hasKey: Boolean(env.ATOMYX_SUBMIT_API_KEY), keyHint: env.ATOMYX_SUBMIT_API_KEY.slice(-4) }, 'submit client ready');
export interface SubmitJob { externalId: string; callbackURL?: string; returnURL?: string; metadata?: Record<string, string>; brand?: string; artwork?: string }
export interface SubmitJobCreated { id: string; externalId: string; status: string }
`,
  'src/callbacks/submit-callback.ts': `
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Request, Response } from 'express';
import express from 'express';
const MAX_AGE = 300;
export interface SubmitCallback { event: 'preflight_passed' | 'preflight_failed'; externalId: string; jobId: string; status: string; files: { url: string; kind: string }[]; proof?: { approved: boolean; token?: never }; }
export const router = express.Router();
function hmac(raw: Buffer, timestamp: string, secret: string) { return createHmac('sha256', secret).update(timestamp + '.' + raw.toString('utf8')).digest('hex'); }
export function isAuthentic(req: Request, secret = process.env.ATOMYX_CALLBACK_SECRET!): boolean {
  const header = req.get('X-Atomyx-Signature'); const timestamp = req.get('X-Atomyx-Timestamp');
  if (header === undefined || timestamp === undefined) return false;
  if (Math.abs(Date.now() / 1000 - Number(timestamp)) > MAX_AGE) return false;
  const [algorithm, given = ''] = header.split('=');
  if (algorithm !== 'sha256' || given.length !== 64) return false;
  const expected = hmac(req.body as Buffer, timestamp, secret);
  return timingSafeEqual(Buffer.from(given, 'hex'), Buffer.from(expected, 'hex'));
}
router.post('/callbacks/submit', express.raw({ type: 'application/json' }), async (req: Request, res: Response) => {
  if (!isAuthentic(req)) { req.log.warn({ delivery: req.get('X-Atomyx-Delivery') }, 'bad signature'); res.sendStatus(401); return; }
  const payload = JSON.parse((req.body as Buffer).toString('utf8')) as SubmitCallback;
  if (req.get('X-Atomyx-Event') === 'preflight_failed') await orders.hold(payload.externalId, payload.status);
  else await orders.release(payload.externalId, payload.files);
  res.sendStatus(204);
});
`,
  'app/api/submit/callback/route.ts': `
import { NextResponse } from 'next/server';
import { verifySubmitSignature } from '@/lib/submit-signature';
export async function POST(request: Request) {
  const raw = await request.text();
  const verified = await verifySubmitSignature(raw, request.headers);
  if (!verified) return NextResponse.json({ error: 'bad signature' }, { status: 401 });
  const payload = JSON.parse(raw);
  console.log('submit callback', payload.event, payload.externalId);
  return NextResponse.json({ ok: true });
}
`,
  'app/orders/page.tsx': `
import { submit } from '@/lib/submit';
export default async function Orders() { const jobs = await submit.jobs(); return <ul>{jobs.map((job) => <li key={job.id}>{job.externalId}</li>)}</ul>; }
`,
  'src/components/SubmitForm.tsx': `
'use client';
import { useState } from 'react';
interface FormSubmitEvent { token: string; secret: string; apiKey?: string }
export function SubmitForm({ onSubmit }: { onSubmit: (event: FormSubmitEvent) => void }) {
  const [token, setToken] = useState('');
  const handleSubmit = async (e: React.FormEvent) => { e.preventDefault(); const res = await fetch('/api/submit', { method: 'POST', headers: { Authorization: \`Bearer \${token}\` }, body: JSON.stringify({ token }) }); console.log('submitted', res.status, token.length); onSubmit({ token, secret: '' }); };
  return <form onSubmit={handleSubmit}><input name="apiKey" value={token} onChange={(e) => setToken(e.target.value)} /><button type="submit">Submit</button></form>;
}
`,
  'src/settings/api-keys.ts': `
export interface AtomyxVaultKey { id: string; name: string; apiKey: string; createdAt: Date }
export async function createSubmitApiKey(name: string) { const key = await vault.create({ name, product: 'submit' }); audit.log('created', { keyId: key.id, name }); return key; }
export async function rotateSubmitApiKey(id: string) { const next = await createSubmitApiKey('next'); await secrets.put('atomyx-submit-api-key', next.apiKey); await vault.revoke(id); return next.id; }
export const maskSubmitApiKey = (key: string) => \`\${key.slice(0, 4)}…\`;
`,
  'test/submit.test.ts': `
import { describe, expect, it, vi } from 'vitest';
import nock from 'nock';
import request from 'supertest';
import { createHmac } from 'node:crypto';
import { SubmitClient } from '../src/submit/client';
const apiKey = 'test-key';
const secret = 'callback-secret';
const sign = (body: string) => 'sha256=' + createHmac('sha256', secret).update(body).digest('hex');
it('sends the key', async () => {
  const scope = nock('https://submit.atomyx.io', { reqheaders: { authorization: \`Bearer \${apiKey}\` } }).post('/api/jobs', { externalId: '1' }).reply(201, { id: 'a' });
  await new SubmitClient({ apiKey }).createJob({ externalId: '1' });
  expect(scope.isDone()).toBe(true);
});
it('refuses a wrong key', async () => {
  nock('https://submit.atomyx.io').post('/api/jobs').reply(401);
  await expect(new SubmitClient({ apiKey: 'wrong' }).createJob({ externalId: '1' })).rejects.toThrow('401');
});
it('accepts signed callbacks', async () => {
  const body = JSON.stringify({ event: 'preflight_passed', externalId: '1' });
  await request(app).post('/callbacks/submit').set('X-Atomyx-Signature', sign(body)).set('X-Atomyx-Event', 'preflight_passed').send(body).expect(204);
  expect(fetch).toHaveBeenCalledWith('https://submit.atomyx.io/api/jobs', expect.objectContaining({ headers: { Authorization: \`Bearer \${apiKey}\` } }));
});
`,
  'src/nest/submit.module.ts': `
import { HttpModule, HttpService } from '@nestjs/axios';
import { Controller, Post, Body, Headers, Injectable, Logger, Module, RawBodyRequest, Req, UnauthorizedException } from '@nestjs/common';
import { ConfigService } from '@nestjs/config';
@Injectable() export class SubmitService {
  private readonly logger = new Logger(SubmitService.name);
  constructor(private readonly http: HttpService, private readonly config: ConfigService) {}
  async create(job: CreateJobDto) {
    const apiKey = this.config.getOrThrow<string>('ATOMYX_SUBMIT_API_KEY');
    try { const { data } = await this.http.axiosRef.post('https://submit.atomyx.io/api/jobs', { externalId: job.id, callbackURL: this.config.get('PUBLIC_URL') + '/submit/callback', metadata: { order: job.order } }, { headers: { Authorization: \`Bearer \${apiKey}\` } }); this.logger.log(\`job \${data.id}\`); return data; }
    catch (error) { this.logger.error('Submit failed', error instanceof Error ? error.stack : String(error)); throw error; }
  }
}
export class SubmitCallbackDto { event!: string; externalId!: string; status!: string }
@Controller('submit') export class SubmitCallbackController {
  constructor(private readonly verifier: SignatureVerifier, private readonly orders: Orders) {}
  @Post('callback') async handle(@Req() req: RawBodyRequest<Request>, @Headers('x-atomyx-signature') signature: string, @Body() dto: SubmitCallbackDto) {
    if (!this.verifier.verify(req.rawBody, signature)) throw new UnauthorizedException();
    await this.orders.update(dto.externalId, dto.status);
  }
}
@Module({ imports: [HttpModule.register({ baseURL: 'https://submit.atomyx.io/api', timeout: 5000 })], providers: [SubmitService], controllers: [SubmitCallbackController] }) export class SubmitModule {}
`,
  'infra/stack.ts': `
import * as lambda from 'aws-cdk-lib/aws-lambda'; import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
const key = Secret.fromSecretNameV2(this, 'SubmitApiKey', 'atomyx/submit/api-key');
new lambda.Function(this, 'Submit', { environment: { ATOMYX_SUBMIT_API_KEY_ARN: key.secretArn, ATOMYX_SUBMIT_API_KEY: key.secretValue.toString(), SUBMIT_URL: 'https://submit.atomyx.io/api' } });
key.grantRead(fn);
new CfnOutput(this, 'SubmitKeyArn', { value: key.secretArn });
`,
  'scripts/check-key.ts': `
const key = process.env.ATOMYX_SUBMIT_API_KEY;
if (!key) { console.error('ATOMYX_SUBMIT_API_KEY is not set'); process.exit(1); }
if (/\\s/.test(key)) { console.error('The key has white space in it'); process.exit(1); }
const response = await fetch('https://submit.atomyx.io/api/jobs', { method: 'POST', headers: { Authorization: \`Bearer \${key.trim()}\`, 'Content-Type': 'application/json' }, body: JSON.stringify({ externalId: 'probe-' + Date.now() }) });
console.log(response.status === 401 ? 'refused' : 'accepted', key.length, \`\${key.slice(0, 4)}...\`);
`,
  'load/jobs.k6.js': `
import http from 'k6/http'; import { check } from 'k6';
export default function () { const res = http.post(\`\${__ENV.SUBMIT_URL}/jobs\`, JSON.stringify({ externalId: \`\${__VU}-\${__ITER}\` }), { headers: { Authorization: \`Bearer \${__ENV.ATOMYX_SUBMIT_API_KEY}\`, 'Content-Type': 'application/json' } }); check(res, { 'is 201': (r) => r.status === 201 }); }
`,
  'server/proxy.js': `
const { createProxyMiddleware } = require('http-proxy-middleware');
app.use('/submit', createProxyMiddleware({ target: 'https://submit.atomyx.io', changeOrigin: true, pathRewrite: { '^/submit': '/api' }, onProxyReq(proxyReq) { proxyReq.setHeader('Authorization', \`Bearer \${process.env.ATOMYX_SUBMIT_API_KEY}\`); } }));
app.get('/health', async (req, res) => { const r = await fetch('https://submit.atomyx.io/'); res.json({ submit: r.ok }); });
`,
  'src/emulator.ts': `
export async function deliverSubmitCallback(url: string, event: SubmitCallback, secret: string) { const body = JSON.stringify(event); await fetch(url, { method: 'POST', headers: { 'Content-Type': 'application/json', 'X-Atomyx-Event': event.event, 'X-Atomyx-Signature': sign(body, secret), 'X-Atomyx-Delivery': 'del_' + id() }, body }); }
app.post('/api/jobs', (req, res) => { const auth = req.get('authorization'); if (auth !== \`Bearer \${process.env.ATOMYX_SUBMIT_API_KEY}\`) return res.status(401).json({ error: 'unauthorized' }); res.status(201).json({ id: 1, externalId: req.body.externalId }); });
`,
  'src/i18n/en.ts': `export default { submitApiKeyLabel: 'Submit API key', submitApiKeyHelp: 'You find the key in Atomyx Vault.', errors: { submitApiKeyMissing: 'Enter the API key of Submit', atomyxApiKey: 'The Atomyx API key was refused' }, submit: { token: 'Submit token', apiKey: 'API key' } };`,
};

it.each(Object.entries(files))('strict has nothing to say of %s', (path, code) => {
  expect(reports(path, code, {}, { rules: plugin.configs.strict.rules })).toEqual([]);
});
