const tokens = {};
const byVendor = new Map();
tokens['dhl'] = '«other:hex»';
tokens['atomyx'] = process.env.ATOMYX_API_KEY;
byVendor.set('parcels', '«other:base64url»');

module.exports = { tokens, byVendor };
