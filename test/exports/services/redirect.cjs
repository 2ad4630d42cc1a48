/**
 * Preloaded into tools that run on Node.js (`node --require`): every connection goes to the server of this machine that plays Submit, whatever
 * the tool asks for. `EXPORTS_PORT` is the port for TLS, `EXPORTS_PLAIN_PORT` that for HTTP.
 */
const dns = require('node:dns');
const net = require('node:net');

const { connect } = net.Socket.prototype;
const isLoopback = (host) => host === undefined || /^(?:localhost|127\.|::1)/.test(host);

net.Socket.prototype.connect = function redirected(...args) {
  // Node itself calls this with an array of the options and the callback.
  const [first] = args;
  const options = Array.isArray(first) ? first[0] : first;
  if (typeof options === 'object' && options !== null && (options.path ?? null) === null && !isLoopback(options.host)) {
    options.port = Number(options.port) === 80 ? process.env.EXPORTS_PLAIN_PORT : process.env.EXPORTS_PORT;
    options.host = '127.0.0.1';
    delete options.lookup;
  }
  return connect.apply(this, args);
};

// Some tools look names up by themselves first.
const { lookup } = dns;
dns.lookup = (host, options, callback = options) => {
  if (isLoopback(host)) return lookup(host, options, callback);
  process.nextTick(() => (options?.all === true ? callback(null, [{ address: '192.0.2.1', family: 4 }]) : callback(null, '192.0.2.1', 4)));
};
dns.promises.lookup = (host, options) => Promise.resolve(options?.all === true ? [{ address: '192.0.2.1', family: 4 }] : { address: '192.0.2.1', family: 4 });
