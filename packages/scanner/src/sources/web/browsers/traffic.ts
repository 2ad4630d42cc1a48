import type { WebOrigins } from '../web-origins.ts';
import type { DevtoolsEvent } from './devtools-connection.ts';
import type { Initiator, SentRequest } from './sent-request.ts';
import { placeOfInitiator } from './sent-request.ts';

/** An answer whose body the browser still holds. */
export interface HeldAnswer {
  readonly requestId: string;
  readonly sessionId: string;
  readonly method: string;
  readonly url: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Media type, without parameters. */
  readonly type: string;
}

/** What went over a web socket. */
export interface SocketText {
  readonly url: string;
  readonly text: string;
}

/** Requests, and parts of web sockets, that are kept of one visit: a page that never rests says the same again and again. */
const mostKept = 5000;

interface NetworkEvent {
  readonly requestId: string;
  readonly url: string;
  readonly request: { readonly url: string; readonly method: string; readonly headers: Readonly<Record<string, string>>; readonly postData?: string };
  readonly response: { readonly url: string; readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly mimeType: string; readonly payloadData: string; readonly opcode: number };
  readonly initiator?: Initiator;
}

/** Notes, of the events of the browser, what a page sends and gets. */
export class Traffic {
  readonly requests: SentRequest[] = [];
  readonly answers: HeldAnswer[] = [];
  readonly sockets: SocketText[] = [];
  /** Requests and parts of web sockets that were not kept. */
  dropped = 0;
  /** Milliseconds of `performance.now()` when a request was last begun. */
  lastBegun = performance.now();
  readonly #origins: WebOrigins;
  readonly #methods = new Map<string, string>();
  readonly #begun = new Map<string, HeldAnswer>();
  readonly #socketUrls = new Map<string, string>();

  constructor(origins: WebOrigins) {
    this.#origins = origins;
  }

  take({ method, params, sessionId = '' }: DevtoolsEvent): void {
    const event = params as unknown as NetworkEvent;
    const id = `${sessionId} ${event.requestId}`;
    switch (method) {
      case 'Network.requestWillBeSent': return this.#request(id, event);
      case 'Network.responseReceived': return this.#response(id, event, sessionId);
      case 'Network.loadingFinished': return this.#finished(id);
      case 'Network.webSocketCreated': return this.#socket(id, event);
      case 'Network.webSocketFrameSent':
      case 'Network.webSocketFrameReceived': return this.#socketText(id, event);
    }
  }

  #request(id: string, { request, initiator }: NetworkEvent): void {
    // What asks whether a request may be made is told apart from the request, and carries nothing of it.
    if (initiator?.type === 'preflight' || !/^https?:/.test(request.url)) return;
    this.lastBegun = performance.now();
    this.#methods.set(id, request.method);
    const from = placeOfInitiator(initiator);
    this.#keep(this.requests, {
      method: request.method,
      url: request.url,
      headers: request.headers,
      ...(request.postData !== undefined && { body: request.postData }),
      ...(from !== undefined && { from }),
    });
  }

  #response(id: string, { requestId, response }: NetworkEvent, sessionId: string): void {
    const { url, status, headers, mimeType } = response;
    if (!URL.canParse(url) || !this.#origins.allow(new URL(url))) return;
    this.#begun.set(id, { requestId, sessionId, method: this.#methods.get(id) ?? 'GET', url, status, headers, type: mimeType });
  }

  #finished(id: string): void {
    const answer = this.#begun.get(id);
    this.#begun.delete(id);
    if (answer !== undefined) this.#keep(this.answers, answer);
  }

  #socket(id: string, { url, initiator }: NetworkEvent): void {
    this.#socketUrls.set(id, url);
    const from = placeOfInitiator(initiator);
    this.#keep(this.requests, { method: 'GET', url, headers: {}, ...(from !== undefined && { from }) });
  }

  #socketText(id: string, { response }: NetworkEvent): void {
    const url = this.#socketUrls.get(id);
    // Opcode 1 is text, 2 binary data in base64 (RFC 6455, section 5.2); the detector decodes that, too.
    if (url !== undefined) this.#keep(this.sockets, { url, text: response.payloadData });
  }

  #keep<T>(list: T[], item: T): void {
    if (list.length < mostKept) list.push(item);
    else this.dropped++;
  }
}
