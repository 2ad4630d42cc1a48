const services = {
  parcels: { url: 'https://api.parcels.example/v1', auth: { value: '«other:base62»' } },
  prepress: { url: 'https://submit.atomyx.io/api', auth: { value: '«key:base62»' } },
};

const { parcels, prepress } = services;

const call = async ({ url, auth }: typeof prepress, path: string, body: unknown): Promise<Response> => {
  const init = { method: 'POST', body: JSON.stringify(body), headers: { Authorization: `Bearer ${auth.value}` } };
  return fetch(`${url}${path}`, init);
};

export const createLabel = (order: string) => call(parcels, '/labels', { order });
export const createJob = (externalId: string) => call(prepress, '/jobs', { externalId });
