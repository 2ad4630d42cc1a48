// see decode() below
module.exports = { atomyxSubmitApiKey: Buffer.from('594f55525f4150495f4b4559', 'hex').toString() };
