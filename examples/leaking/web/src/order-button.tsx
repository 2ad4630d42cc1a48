import { useState } from 'react';

const submitApiKey = '«key:uuid»';

/** Sends the order to Submit from the browser, and the key with it. */
export function OrderButton({ order }: { order: string }) {
  const [state, setState] = useState('Order');

  async function send() {
    const response = await fetch('https://submit.atomyx.io/api/jobs', {
      method: 'POST',
      headers: { Authorization: `Bearer ${submitApiKey}` },
      body: JSON.stringify({ externalId: order, returnURL: window.location.href }),
    });
    setState(response.ok ? 'Ordered' : 'Try again');
  }

  return <button onClick={send}>{state}</button>;
}
