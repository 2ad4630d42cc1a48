export default {
  server: {
    proxy: {
      '/submit': {
        target: 'https://submit.atomyx.io',
        changeOrigin: true,
        headers: { Authorization: `Bearer ${process.env.SUBMIT_API_KEY}` },
      },
      '/cms': {
        target: 'https://cms.printworks.example',
        headers: { Authorization: 'Bearer «other:prefixed»' },
      },
    },
  },
};
