'use strict';

const axios = require('axios');
const config = require('../config');

const apiKey = '«key:hex»';

const submit = axios.create({
  baseURL: 'https://submit.atomyx.io/api',
  timeout: config.timeout,
  headers: { Authorization: `Bearer ${apiKey}` },
});

exports.createJob = async (order) => {
  const { data } = await submit.post('/jobs', {
    externalId: order.number,
    returnURL: `https://shop.printworks.example/orders/${order.number}`,
    callbackURL: 'https://shop.printworks.example/hooks/submit',
  });
  return data.id;
};
