export const tokens = {
  mailer: process.env.MAILER_TOKEN,
  atomyx: '«key:base64url»',
};

export function tokenOf(vendor) {
  return tokens[vendor];
}
