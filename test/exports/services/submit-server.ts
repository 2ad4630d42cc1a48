import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, RequestListener, Server } from 'node:http';
import { createServer as createPlainServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { join } from 'node:path';

/** Servers of this machine that play Submit, and any other service. */
export interface SubmitServer {
  /** Port that speaks TLS, whatever host is asked for. */
  readonly port: number;
  /** Port that speaks HTTP, and is a proxy: whatever a tool asks it for ends here. */
  readonly plainPort: number;
  readonly close: () => void;
}

/**
 * Starts them.
 *
 * @param folder - for a certificate that `openssl` makes; no tool is told to trust it, they are told not to ask.
 * @throws Error where there is no `openssl`.
 */
export async function startSubmitServer(folder: string): Promise<SubmitServer> {
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  const { status } = spawnSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', cert, '-days', '2', '-subj', '/CN=submit.atomyx.io', '-addext', 'subjectAltName=DNS:submit.atomyx.io,DNS:api.example.com'], { stdio: 'ignore' });
  if (status !== 0) throw new Error('openssl, which makes a certificate for the server that plays Submit, is not there.');
  const secure = createTlsServer({ key: readFileSync(key), cert: readFileSync(cert) }, answer);
  const plain = createPlainServer(answer);
  const port = await listen(secure);
  plain.on('connect', (_request: IncomingMessage, client: NodeJS.ReadWriteStream, head: Buffer) => {
    const server = connect(port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      if (head.length > 0) server.write(head);
      server.pipe(client).pipe(server);
    });
    for (const stream of [server, client]) stream.on('error', () => server.destroy());
  });
  const plainPort = await listen(plain);
  return {
    port,
    plainPort,
    close() {
      for (const server of [secure, plain]) {
        server.closeAllConnections();
        server.close();
      }
    },
  };
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

/** As https://docs.atomyx.io says: a job is created, or the key is missing. The answer holds no key. */
const answer: RequestListener = (request, response) => {
  request.resume().on('end', () => {
    const isCreated = request.headers.authorization !== undefined;
    response.writeHead(isCreated ? 201 : 401, { 'content-type': 'application/json', 'x-request-id': 'req-1' });
    response.end(JSON.stringify(isCreated ? { id: 'job-1', externalId: 'ORD-1', status: 'created' } : { error: 'unauthorized', message: 'The API key is missing.' }));
  });
};
