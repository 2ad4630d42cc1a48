const tokens = {};
const byVendor = new Map();
tokens['dhl'] = '«other:hex»';
tokens['atomyx'] = '«key:hex»';
byVendor.set('parcels', '«other:base64url»');

module.exports = { tokens, byVendor };
