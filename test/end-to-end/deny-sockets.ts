/** Loaded before the program: every way to open a socket writes a line into a file and throws. */
export const denySockets = `
import { appendFileSync } from 'node:fs';
import net from 'node:net';
import dgram from 'node:dgram';
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
const deny = (what) => function () { appendFileSync(process.env.SOCKETS, what + '\\n'); throw new Error('sockets are denied: ' + what); };
net.Socket.prototype.connect = deny('connect');
net.Server.prototype.listen = deny('listen');
dgram.createSocket = deny('udp');
for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6']) { dns[name] = deny('dns.' + name); dns.promises[name] = deny('dns.' + name); }
globalThis.fetch = deny('fetch');
syncBuiltinESMExports();
`;
