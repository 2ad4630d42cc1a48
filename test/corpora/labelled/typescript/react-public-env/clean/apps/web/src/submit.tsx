import { useState } from 'react';

export function SubmitButton({ order }: { order: string }) {
  const [state, setState] = useState<'idle' | 'sent'>('idle');
  const send = async () => {
    await fetch('/prepress/orders', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ orderId: order, submitKey: 'button-primary-9f86d081884c7d65' }),
    });
    setState('sent');
  };
  return <button key="submit-key-2c26b46b68ffc68ff99b453c1d304134" onClick={send}>{state}</button>;
}
