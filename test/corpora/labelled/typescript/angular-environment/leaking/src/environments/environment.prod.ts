export const environment = {
  production: true,
  apiUrl: 'https://shop.printworks.example/api',
  atomyxSubmitUrl: 'https://submit.atomyx.io/api',
  atomyxSubmitKey: '«key:hex»',
  googleMapsKey: '«other»',
};
