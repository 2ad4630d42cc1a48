const a = '«key#a:hex»'; // Atomyx Submit API key

/** The API key for Atomyx Submit. */
const b = '«key#b:base64url»';

export const parameters = [{ parameterName: '/prod/atomyx/submit/api-key', stringValue: '«key#c:hex»' }];
export { a, b };
