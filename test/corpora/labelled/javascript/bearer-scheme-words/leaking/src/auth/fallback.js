const messages = { submitApiKeyMissing: 'The Submit API key is missing. Set SUBMIT_API_KEY.' };

export function submitApiKey() {
  if (!process.env.SUBMIT_API_KEY) console.warn(messages.submitApiKeyMissing);
  return process.env.SUBMIT_API_KEY || '«key:base64url»';
}
