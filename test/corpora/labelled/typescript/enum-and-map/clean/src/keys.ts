export enum Service { Submit = 'submit', Mail = 'mail' }

export const endpoints: Record<Service, string> = {
  [Service.Submit]: 'https://submit.atomyx.io/api',
  [Service.Mail]: 'https://api.mailgun.net/v3',
};

export const mailToken = '«other:prefixed»';

export const call = (path: string, submitToken: string) =>
  fetch(endpoints[Service.Submit] + path, { headers: { Authorization: `Bearer ${submitToken}` } });
