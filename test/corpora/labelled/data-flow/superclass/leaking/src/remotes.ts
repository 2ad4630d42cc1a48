abstract class Remote {
  constructor(private readonly base: string, private readonly token: string) {}

  protected post(path: string, body: unknown): Promise<Response> {
    return fetch(this.base + path, { method: 'POST', headers: { Authorization: `Bearer ${this.token}` }, body: JSON.stringify(body) });
  }
}

export class Submit extends Remote {
  constructor() {
    super('https://submit.atomyx.io/api', '«key:hex»');
  }
  create(externalId: string): Promise<Response> {
    return this.post('/jobs', { externalId });
  }
}

export class Mailer extends Remote {
  constructor() {
    super('https://api.mailer.example', '«other:hex»');
  }
  send(to: string): Promise<Response> {
    return this.post('/send', { to });
  }
}
