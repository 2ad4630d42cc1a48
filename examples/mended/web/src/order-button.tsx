import { useState } from 'react';

/** Sends the order to our own server, which holds the key. */
export function OrderButton({ order }: { order: string }) {
  const [state, setState] = useState('Order');

  async function send() {
    const response = await fetch('/orders', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ id: order }),
    });
    setState(response.ok ? 'Ordered' : 'Try again');
  }

  return <button onClick={send}>{state}</button>;
}
