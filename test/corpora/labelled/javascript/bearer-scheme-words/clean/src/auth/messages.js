export const messages = {
  submitApiKeyMissing: 'The Submit API key is missing. Set SUBMIT_API_KEY.',
  submitApiKeyInvalid: 'submit_api_key_invalid_or_expired',
  atomyxTokenHelp: 'https://docs.atomyx.io/submit/getting-an-api-key#rotation-and-revocation',
  atomyxApiKey: 'com.printworks.prepress.settings.AtomyxApiKey',
  ATOMYX_API_KEY: 'ATOMYX_API_KEY',
  submitTokenField: 'authenticity_token',
};
