'use strict';

const axios = require('axios');
const config = require('../config');

const apiKey = process.env.ATOMYX_SUBMIT_API_KEY;

const submit = axios.create({
  baseURL: 'https://submit.atomyx.io/api',
  timeout: config.timeout,
  headers: { Authorization: `Bearer ${apiKey}` },
});

const erp = axios.create({
  baseURL: 'https://erp.printworks.example/odata/v4',
  headers: { Authorization: 'Bearer «other:jwt»' },
});

exports.createJob = async (order) => {
  const { data } = await submit.post('/jobs', {
    externalId: order.number,
    returnURL: `https://shop.printworks.example/orders/${order.number}`,
    callbackURL: 'https://shop.printworks.example/hooks/submit',
  });
  await erp.patch(`/orders(${order.number})`, { prepressJob: data.id });
  return data.id;
};
