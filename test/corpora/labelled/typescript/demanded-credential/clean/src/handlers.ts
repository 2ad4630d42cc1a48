import { http, HttpResponse } from 'msw';

export const handlers = [
  http.post('https://crm.example.com/notes', ({ request }) => {
    if (request.headers.get('Authorization') !== 'Bearer «other:hex»') return new HttpResponse(null, { status: 401 });
    return HttpResponse.json({ id: '«other:uuid»' }, { status: 201 });
  }),
];

export const create = (body: string) =>
  fetch('https://submit.atomyx.io/api/jobs', { method: 'POST', headers: { Authorization: `Bearer ${process.env.ATOMYX_API_KEY}` }, body });
