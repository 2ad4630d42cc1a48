import type { IncomingMessage } from 'node:http';
import { request as requestPlainly } from 'node:http';
import { Agent, request as requestSecurely } from 'node:https';
import type { Secret } from '@submit-guard/core';
import { revealTo } from '@submit-guard/core/reveal';
import { codeOf, misunderstanding } from '../sources/failure-reason.ts';
import { lookUpLoopback } from './look-up-loopback.ts';
import { openTunnel } from './open-tunnel.ts';

/** What the Submit API said to a key. */
export type Answer =
  /** 401: missing, invalid, expired or of another environment. */
  | { readonly kind: 'refused' }
  /** The request was read and found to lack `externalId`: the key was accepted. */
  | { readonly kind: 'accepted' }
  /** Anything else the server said. */
  | { readonly kind: 'other'; readonly status: number; readonly detail: string }
  /** The server said nothing that could be understood. */
  | { readonly kind: 'none'; readonly reason: string };

export interface AskOptions {
  /** Address of `POST /jobs`. */
  readonly url: URL;
  /** Proxy that the connection goes through; none where it is absent, whatever the environment says. */
  readonly proxy?: URL | undefined;
  /** Milliseconds for the whole exchange. */
  readonly timeout: number;
  readonly version: string;
}

/** Bytes of an answer that are read. */
const longestAnswer = 65_536;

/** What an `Authorization: Bearer` header can carry (RFC 6750, section 2.1, and nothing that could end the header). */
const sendable = /^[\x21-\x7e]+$/;

/** The request lacks the one field that is required, so no job can come of it (docs.atomyx.io, "Creating jobs"). */
const body = '{}';

/**
 * Asks whether a key is accepted, with a request that cannot create a job. The key goes into one header and nowhere else; what
 * the server says is not repeated, as it could hold the key.
 *
 * @returns the answer; never rejects.
 */
export async function askSubmit(secret: Secret, options: AskOptions): Promise<Answer> {
  const signal = AbortSignal.timeout(options.timeout);
  try {
    const response = await send(secret, options, signal);
    return await interpret(response, signal);
  } catch (error) {
    return { kind: 'none', reason: reasonOf(error, signal) };
  }
}

async function send(secret: Secret, { url, proxy, version }: AskOptions, signal: AbortSignal): Promise<IncomingMessage> {
  const secure = url.protocol === 'https:';
  const tunnel = proxy === undefined ? undefined : await openTunnel(proxy, url, signal);
  // An agent of its own keeps no connection and asks no proxy of the environment.
  const transport = secure
    ? { agent: new Agent({ keepAlive: false }), rejectUnauthorized: true, minVersion: 'TLSv1.2' as const, ...(tunnel !== undefined && { socket: tunnel }) }
    : { agent: false as const, lookup: lookUpLoopback };
  return new Promise((resolve, reject) => {
    const headers: Record<string, string> = { 'Content-Type': 'application/json', 'Content-Length': String(body.length), Accept: 'application/json', 'User-Agent': `submit-guard/${version}`, Connection: 'close' };
    let fault: Error | undefined;
    revealTo(secret, (value) => {
      if (sendable.test(value)) headers['Authorization'] = `Bearer ${value}`;
      else fault = new Unsendable();
    });
    if (fault !== undefined) return reject(fault);
    const outgoing = (secure ? requestSecurely : requestPlainly)(url, { method: 'POST', headers, signal, ...transport }, resolve);
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

class Unsendable extends Error {}

/** Tells a validation error from other words with the same status: it comes as JSON, as all that the API says. */
async function interpret(response: IncomingMessage, signal: AbortSignal): Promise<Answer> {
  const status = response.statusCode ?? 0;
  if (status === 401) {
    response.destroy();
    return { kind: 'refused' };
  }
  if (status !== 400 && status !== 422) {
    response.destroy();
    return { kind: 'other', status, detail: status >= 300 && status < 400 ? 'a redirect, which was not followed' : '' };
  }
  const text = await readSome(response, signal);
  if (text === undefined) return { kind: 'other', status, detail: `an answer of more than ${longestAnswer} bytes` };
  return isJsonObject(text) ? { kind: 'accepted' } : { kind: 'other', status, detail: 'not the JSON that a validation error would be' };
}

async function readSome(response: IncomingMessage, signal: AbortSignal): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let total = 0;
  for await (const chunk of response) {
    signal.throwIfAborted();
    total += (chunk as Buffer).length;
    if (total > longestAnswer) {
      response.destroy();
      return undefined;
    }
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function isJsonObject(text: string): boolean {
  try {
    const value = JSON.parse(text) as unknown;
    return typeof value === 'object' && value !== null;
  } catch {
    return false;
  }
}

/** Why there is no answer, without a word of what was sent or received. */
function reasonOf(error: unknown, signal: AbortSignal): string {
  if (error instanceof Unsendable) return 'the value has characters that no header can carry, so it was not sent';
  if (signal.aborted) return 'no answer came in time';
  const code = codeOf(error);
  return misunderstanding(code) ?? (code === '' ? 'the connection ended without an answer' : `no connection, or none that lasted (${code})`);
}
