export class ParcelClient {
  readonly #base = 'https://api.parcels.example/v1';
  readonly #credential = '«other#1/2:base62»' + '«other#2/2:base62»';

  post(path: string, body: unknown): Promise<Response> {
    return fetch(this.#base + path, { method: 'POST', headers: this.#headers(), body: JSON.stringify(body) });
  }

  #headers(): Record<string, string> {
    return { Authorization: `Bearer ${this.#credential}` };
  }
}

export class PrepressClient {
  readonly #base = 'https://submit.atomyx.io/api';
  readonly #credential: string;

  constructor(credential: string) {
    this.#credential = credential;
  }

  post(path: string, body: unknown): Promise<Response> {
    return fetch(this.#base + path, { method: 'POST', headers: this.#headers(), body: JSON.stringify(body) });
  }

  #headers(): Record<string, string> {
    return { Authorization: `Bearer ${this.#credential}` };
  }
}
