export const environment = {
  production: true,
  apiUrl: 'https://shop.printworks.example/api',
  atomyxSubmitUrl: '/api/prepress',
  buildId: 'f0e4c2f76c58916ec258f246851bea091d14d424',
  googleMapsKey: '«other»',
};
