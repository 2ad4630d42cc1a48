import type { Job, JobRequest } from './types.js';

export class SubmitClient {
  static readonly ORIGIN = 'https://submit.atomyx.io';
  readonly #key: string;

  /** @param key - for example `sk_live_...`, from the vault; never a literal such as `'your-submit-api-key'` */
  constructor(key: string) {
    this.#key = key;
  }

  async createJob(request: JobRequest): Promise<Job> {
    return this.#send<Job>('POST', '/api/jobs', request);
  }

  async #send<T>(method: string, path: string, body?: unknown): Promise<T> {
    const headers = new Headers({ accept: 'application/json' });
    headers.set('authorization', `Bearer ${this.#key}`);
    const response = await fetch(new URL(path, SubmitClient.ORIGIN), { method, headers, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`Submit answered ${response.status}`);
    return (await response.json()) as T;
  }
}
