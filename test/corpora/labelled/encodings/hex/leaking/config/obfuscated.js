// see decode() below
module.exports = { atomyxSubmitApiKey: Buffer.from('«key:base64url|hex»', 'hex').toString() };
