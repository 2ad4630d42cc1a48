export default () => ({
  port: Number(process.env.PORT ?? 3000),
  database: { url: process.env.DATABASE_URL },
  mail: { apiKey: '«other:prefixed»', host: 'api.sendgrid.com' },
  atomyx: {
    submit: {
      baseUrl: 'https://submit.atomyx.io/api',
      apiKey: process.env.ATOMYX_SUBMIT_API_KEY || '«key:prefixed»',
    },
  },
});
