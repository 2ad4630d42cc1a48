export default {
  server: {
    proxy: {
      '/submit': {
        target: 'https://submit.atomyx.io',
        changeOrigin: true,
        headers: { Authorization: 'Bearer «key:prefixed»' },
      },
      '/cms': {
        target: 'https://cms.printworks.example',
        headers: { Authorization: 'Bearer «other:prefixed»' },
      },
    },
  },
};
