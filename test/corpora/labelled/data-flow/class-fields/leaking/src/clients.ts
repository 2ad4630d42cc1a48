abstract class Client {
  protected abstract readonly base: string;
  protected abstract readonly credential: string;

  post(path: string, body: unknown): Promise<Response> {
    return fetch(this.base + path, { method: 'POST', headers: this.headers(), body: JSON.stringify(body) });
  }

  private headers(): Record<string, string> {
    return { Authorization: `Bearer ${this.credential}` };
  }
}

export class ParcelClient extends Client {
  protected readonly base = 'https://api.parcels.example/v1';
  protected readonly credential = '«other:base62»';
}

export class PrepressClient {
  readonly #base = 'https://submit.atomyx.io/api';
  readonly #credential = '«key#1/2:base62»' + '«key#2/2:base62»';

  post(path: string, body: unknown): Promise<Response> {
    return fetch(this.#base + path, { method: 'POST', headers: this.#headers(), body: JSON.stringify(body) });
  }

  #headers(): Record<string, string> {
    return { Authorization: `Bearer ${this.#credential}` };
  }
}
