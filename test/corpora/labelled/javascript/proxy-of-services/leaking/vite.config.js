export default {
  server: {
    proxy: {
      '/mail': { target: 'https://api.mail.example.com', headers: { Authorization: 'Bearer «other:hex»' } },
      '/submit': {
        target: 'https://submit.atomyx.io',
        changeOrigin: true,
        headers: { Authorization: 'Bearer «key:base64url»' },
      },
    },
  },
};
