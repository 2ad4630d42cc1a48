import express from 'express';

const app = express();
app.use(express.json());

async function notify(order: string): Promise<void> {
  await fetch('https://api.mail.example/v1/messages', {
    method: 'POST',
    headers: { Authorization: `Bearer ${process.env.MAIL_TOKEN}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ template: 'order-received', order }),
  });
}

app.post('/orders', async (request, response) => {
  const submitted = await fetch('https://submit.atomyx.io/api/jobs', {
    method: 'POST',
    headers: { Authorization: `Bearer ${process.env.ATOMYX_SUBMIT_API_KEY}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ externalId: request.body.id, metadata: { customer: request.body.customer } }),
  });
  await notify(request.body.id);
  response.status(submitted.status).json(await submitted.json());
});

app.listen(3000);
