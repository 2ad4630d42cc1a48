import { SecretsManager } from '@aws-sdk/client-secrets-manager';

const secrets = new SecretsManager({ region: 'eu-central-1' });
const submitKeyArn = 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:prepress/atomyx-submit-api-key-AbC3dF';
let submitToken: string | undefined;

export async function handler(event: { orderId: string }) {
  submitToken ??= (await secrets.getSecretValue({ SecretId: submitKeyArn })).SecretString;
  const response = await fetch('https://submit.atomyx.io/api/jobs', {
    method: 'POST',
    headers: { Authorization: `Bearer ${submitToken}` },
    body: JSON.stringify({ externalId: event.orderId }),
  });
  return { statusCode: response.status };
}
