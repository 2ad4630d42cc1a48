export class ErpClient {
  private readonly base = 'https://erp.example.com/api';
  private readonly token = '«other:hex»';
  get = (path: string) => fetch(this.base + path, { headers: { Authorization: `Bearer ${this.token}` } });
}

export class SubmitClient {
  private readonly base = 'https://submit.atomyx.io/api';
  private readonly token = '«key:hex»';
  post = (path: string, body: object) => fetch(this.base + path, { method: 'POST', headers: { Authorization: `Bearer ${this.token}` }, body: JSON.stringify(body) });
}
