const token = (): string => atob('«key#1/2:base62-24|base64»' + '«key#2/2:base62-24|base64»');

export async function upload(job: object): Promise<Response> {
  const headers = new Headers({ 'Content-Type': 'application/json' });
  headers.set('Authorization', 'Bearer ' + token());
  return fetch('https://submit.atomyx.io/api/jobs', { method: 'POST', headers, body: JSON.stringify(job) });
}
