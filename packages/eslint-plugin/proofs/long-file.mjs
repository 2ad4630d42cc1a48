import { randomBytes } from 'node:crypto';

/** Ordinary code around Submit: helpers, a request, a log, a callback handler, a type of payload. About 30 lines. */
function block(number, finding) {
  const authorization = finding ? `'Bearer ${randomBytes(20).toString('hex')}'` : '`Bearer ${process.env.SUBMIT_API_KEY}`';
  return `
export function total${number}(items) {
  let sum = 0;
  for (const item of items) {
    if (item.skipped) continue;
    sum += item.price * (item.count ?? 1);
  }
  return sum > 1000 ? { sum, discount: sum * 0.05 } : { sum, discount: 0 };
}

export async function createJob${number}(order, artwork) {
  const body = { externalId: order.id, artwork, metadata: { shop: order.shop, number: ${number} } };
  const response = await fetch('https://submit.atomyx.io/api/jobs', {
    method: 'POST',
    headers: { Authorization: ${authorization}, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(\`Job of \${order.id} was not created: \${response.status}\`);
  const { id } = await response.json();
  console.log('created', id, body.externalId);
  return { id, order: order.id, total: total${number}(order.items) };
}

const names${number} = new Map([['a', 'first'], ['b', 'second']]);

export const nameOf${number} = (key) => names${number}.get(key.toLowerCase()) ?? 'none';
`;
}

const linesOfBlock = block(0, false).split('\n').length - 1;

/** A module of about that many lines, in which one block of `every` has a finding. */
export function longFile(lines, every = 10) {
  let text = '';
  for (let number = 0; number * linesOfBlock < lines; number += 1) text += block(number, number % every === 0);
  return text;
}

/** Gives the text after somebody typed a line into a function of it: each time another line in another place. */
export function editsOf(text) {
  const lines = text.split('\n');
  const functions = lines.flatMap((line, index) => (line.endsWith('{') && line.startsWith('export function') ? [index] : []));
  return (run) => {
    const at = functions[(run * 7) % functions.length] ?? 0;
    return [...lines.slice(0, at + 1), `  const typed${run} = ${run};`, ...lines.slice(at + 1)].join('\n');
  };
}
