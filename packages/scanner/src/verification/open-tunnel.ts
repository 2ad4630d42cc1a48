import { request } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Opens a connection through a proxy (RFC 9110, CONNECT). What goes through it is encrypted for the server at its end; the proxy
 * sees a host and a port.
 *
 * @param proxy - `http:` address of the proxy, with user and password where it wants them.
 * @throws where the proxy does not answer, or refuses; the error has a `code`.
 */
export function openTunnel(proxy: URL, target: URL, signal: AbortSignal): Promise<Socket> {
  const place = `${target.hostname}:${target.port === '' ? '443' : target.port}`;
  const user = `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`;
  return new Promise((resolve, reject) => {
    const connecting = request({
      host: proxy.hostname.replace(/^\[|\]$/g, ''),
      port: proxy.port === '' ? 80 : Number(proxy.port),
      method: 'CONNECT',
      path: place,
      headers: { Host: place, ...(user !== ':' && { 'Proxy-Authorization': `Basic ${Buffer.from(user).toString('base64')}` }) },
      agent: false,
      signal,
    });
    const refuse = (status: number | undefined): void => reject(Object.assign(new Error('refused'), { code: `PROXY_${status ?? 0}` }));
    connecting.on('connect', ({ statusCode }, socket) => {
      if (statusCode === 200) return resolve(socket);
      socket.destroy();
      refuse(statusCode);
    });
    connecting.on('response', ({ statusCode }) => refuse(statusCode));
    connecting.on('error', reject);
    connecting.end();
  });
}
