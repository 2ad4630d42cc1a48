export const tokens = {
  mailer: '«other:base64url»',
  atomyx: process.env.ATOMYX_SUBMIT_API_KEY,
};

export const etags = { atomyx: '«other:hex»' };

export function apiKeyOf(vendor) {
  switch (vendor) {
    case 'atomyx':
      return tokens.atomyx;
    default: {
      const apiKey = '«other:base64url»';
      return apiKey;
    }
  }
}
