import type { Randomness } from '../../credentials/randomness.ts';
import type { ApiRequest } from './clients.ts';

const shops = ['shop.printworks.example', 'orders.labelhouse.example', 'www.posterbude.example', 'api.cartonsdirect.example'];
const customers = ['Bakery Sommer', 'Kowalski & Sons', 'Núñez Packaging', 'Tea House 8'];
const products = ['folding carton, 4/0', 'Business cards 85 x 55 mm', 'roll-up banner', 'wine label, embossed'];

const orderNumber = (random: Randomness): string => `order-${random.below(900_000) + 100_000}`;

/** `POST /jobs` as a customer's integration sends it, with the callback at the customer's own host. */
export function submitRequest(random: Randomness, token: string, host = 'submit.atomyx.io'): ApiRequest {
  return {
    method: 'POST',
    url: `https://${host}/api/jobs`,
    headers: { Authorization: `Bearer ${token}` },
    body: {
      externalId: orderNumber(random),
      callbackURL: `https://${random.pick(shops)}/hooks/submit`,
      metadata: { customer: random.pick(customers), product: random.pick(products), quantity: random.below(5000) },
    },
  };
}

/** Other calls to Submit: the path without `/api` of some examples, and questions after a job. */
export function anySubmitRequest(random: Randomness, token: string): ApiRequest {
  const job = submitRequest(random, token);
  const id = random.below(90_000) + 10_000;
  return random.pick<ApiRequest>([
    job,
    job,
    { ...job, url: 'https://submit.atomyx.io/jobs' },
    { method: 'GET', url: `https://submit.atomyx.io/api/jobs/${id}`, headers: job.headers },
    { method: 'GET', url: 'https://submit.atomyx.io/api/jobs?state=open&limit=20', headers: job.headers },
  ]);
}

type Service = (random: Randomness, token: string) => ApiRequest;

const bearer = (token: string): Record<string, string> => ({ Authorization: `Bearer ${token}` });

/** Calls that stand next to Submit in real integrations, each with its own host, body and bearer token. */
export const otherServices: Readonly<Record<string, Service>> = {
  stripe: (random, token) => ({
    method: 'POST', url: 'https://api.stripe.com/v1/payment_intents', headers: bearer(token),
    body: { amount: random.below(90_000), currency: 'eur', description: orderNumber(random), metadata: { customer: random.pick(customers) } },
  }),
  github: (random, token) => ({
    method: 'POST', url: 'https://api.github.com/repos/printworks/webshop/issues',
    headers: { ...bearer(token), Accept: 'application/vnd.github+json', 'X-GitHub-Api-Version': '2022-11-28' },
    body: { title: `Preflight failed for ${orderNumber(random)}`, labels: ['prepress'] },
  }),
  openai: (random, token) => ({
    method: 'POST', url: 'https://api.openai.com/v1/chat/completions', headers: bearer(token),
    body: { model: 'gpt-4o-mini', messages: [{ role: 'user', content: `Describe ${random.pick(products)} in one sentence.` }] },
  }),
  slack: (random, token) => ({
    method: 'POST', url: 'https://slack.com/api/chat.postMessage', headers: bearer(token),
    body: { channel: '#prepress', text: `${orderNumber(random)} was submitted for ${random.pick(customers)}` },
  }),
  sendgrid: (random, token) => ({
    method: 'POST', url: 'https://api.sendgrid.com/v3/mail/send', headers: bearer(token),
    body: {
      personalizations: [{ to: [{ email: 'prepress@printworks.example' }] }],
      from: { email: 'noreply@printworks.example' },
      subject: `Your proof for ${random.pick(products)}`,
    },
  }),
  cloudflare: (_random, token) => ({
    method: 'GET', url: 'https://api.cloudflare.com/client/v4/zones', headers: bearer(token),
  }),
  graph: (random, token) => ({
    method: 'GET', url: `https://graph.microsoft.com/v1.0/users/${random.below(9000)}/messages`, headers: bearer(token),
  }),
  notion: (random, token) => ({
    method: 'POST', url: 'https://api.notion.com/v1/pages', headers: { ...bearer(token), 'Notion-Version': '2022-06-28' },
    body: { parent: { database_id: 'prepress' }, properties: { Name: orderNumber(random) } },
  }),
  shop: (random, token) => ({
    method: 'PATCH', url: `https://${random.pick(shops)}/rest/orders/${random.below(90_000)}`, headers: bearer(token),
    body: { status: 'in-prepress', note: `submitted ${random.pick(products)}` },
  }),
  // Hosts that nobody has heard of, some without a dot or with a port.
  unknown: (random, token) => {
    const word = (): string => random.pick(['pay', 'ship', 'track', 'label', 'quote', 'stock', 'crm', 'sign', 'vault', 'cloud']);
    const host = random.pick([`api.${word()}${word()}.com`, `${word()}.${word()}.io`, `${word()}-${word()}.internal:8443`, `${word()}:8080`, 'localhost:9200', '10.20.30.40']);
    return {
      method: random.pick(['GET', 'POST', 'PUT', 'DELETE']), url: `https://${host}/${word()}/v2/${random.below(900)}`, headers: bearer(token),
      ...(random.next() < 0.5 ? { body: { id: random.below(90_000), text: random.pick(products), token: 'YOUR_TOKEN' } } : {}),
    };
  },
  // Names Submit in what it says.
  pager: (random, token) => ({
    method: 'POST', url: 'https://api.pagerduty.com/incidents', headers: bearer(token),
    body: { title: `Submit refused ${orderNumber(random)}`, details: 'atomyx submit api key rejected with 401' },
  }),
  // Another job service with the same words in its body: only the host tells the two apart.
  dispatcher: (random, token) => ({
    method: 'POST', url: 'https://dispatch.printhub.example/api/jobs', headers: bearer(token),
    body: { externalId: orderNumber(random), callbackURL: `https://${random.pick(shops)}/hooks/dispatch`, priority: random.below(5) },
  }),
};
