export default {
  erp: { url: 'https://erp.example.com/odata', token: '«other:hex»' },
  submitApiKey: '«key:base64url»',
};
