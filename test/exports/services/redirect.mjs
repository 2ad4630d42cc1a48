/**
 * Loaded into tools that run on Node.js (`node --import`): every connection goes to the server of this machine that plays Submit, whatever the tool asks
 * for. `EXPORTS_PORT` is the port for TLS, `EXPORTS_PLAIN_PORT` that for HTTP.
 */
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

/** An address that nobody has (RFC 5737). */
const nowhere = '192.0.2.1';

const isLoopback = (/** @type {unknown} */ host) => typeof host !== 'string' || /^(?:localhost|127\.|::1)/.test(host);

const connect = Reflect.get(net.Socket.prototype, 'connect');

/**
 * @this {net.Socket}
 * @param {unknown[]} args
 */
function redirected(...args) {
  // Node itself calls this with an array of the options and the callback.
  const options = [args[0]].flat()[0];
  if (typeof options === 'object' && options !== null && Reflect.get(options, 'host') !== undefined && (Reflect.get(options, 'path') ?? null) === null && !isLoopback(Reflect.get(options, 'host'))) {
    const isPlain = Number(Reflect.get(options, 'port')) === 80;
    Object.assign(options, { host: '127.0.0.1', port: Number(process.env[isPlain ? 'EXPORTS_PLAIN_PORT' : 'EXPORTS_PORT']), lookup: undefined });
  }
  return Reflect.apply(connect, this, args);
}
Reflect.set(net.Socket.prototype, 'connect', redirected);

// Some tools look names up by themselves first.
const { lookup } = dns;
Reflect.set(dns, 'lookup', (/** @type {string} */ host, /** @type {dns.LookupOptions} */ options, /** @type {(...answer: unknown[]) => void} */ callback) => {
  const [done, wanted] = typeof options === 'function' ? [options, {}] : [callback, options];
  if (isLoopback(host)) Reflect.apply(lookup, dns, [host, wanted, done]);
  else process.nextTick(() => (wanted.all === true ? done(null, [{ address: nowhere, family: 4 }]) : done(null, nowhere, 4)));
});
Reflect.set(dns.promises, 'lookup', (/** @type {string} */ _host, /** @type {dns.LookupOptions} */ options) =>
  Promise.resolve(options.all === true ? [{ address: nowhere, family: 4 }] : { address: nowhere, family: 4 }));
syncBuiltinESMExports();
