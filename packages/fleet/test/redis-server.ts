import type { ChildProcess } from 'node:child_process';
import { spawn, spawnSync } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { onTestFinished } from 'vitest';
import { freePort } from './free-port.ts';

/** Name of a server program that is installed: Redis or Valkey. */
export const redisProgram = ['redis-server', 'valkey-server'].find((name) => spawnSync(name, ['--version']).status === 0);

if (redisProgram === undefined) console.warn('No redis-server is installed: tests of fleets with queues are skipped. apt-get install redis-server brings one.');

/** A real server; it ends with the test. */
export class RedisServer {
  readonly port: number;
  readonly url: string;
  readonly #folder: string;
  readonly #options: readonly string[];
  #child: ChildProcess | undefined;

  private constructor(port: number, folder: string, options: readonly string[]) {
    this.port = port;
    this.url = `redis://127.0.0.1:${port}`;
    this.#folder = folder;
    this.#options = options;
  }

  /** @param options - of the server; without any, nothing of it survives. */
  static async start(folder: string, options: readonly string[] = []): Promise<RedisServer> {
    const server = new RedisServer(await freePort(), folder, options);
    onTestFinished(() => server.kill());
    await server.start();
    return server;
  }

  async start(): Promise<void> {
    this.#child = spawn(redisProgram ?? '', ['--port', String(this.port), '--bind', '127.0.0.1', '--dir', this.#folder, '--save', '', ...this.#options], { stdio: 'ignore' });
    for (let attempt = 0; ; attempt++) {
      const probe = new Redis(this.url, { lazyConnect: true, maxRetriesPerRequest: 0, retryStrategy: () => null });
      probe.on('error', () => undefined);
      try {
        await probe.connect();
        // It may want a password, or still read what it has kept.
        if ((await probe.ping().catch((error: unknown) => String(error))).includes('LOADING')) throw new Error('loading');
        return;
      } catch (error) {
        if (attempt === 100) throw error;
        await wait(50);
      } finally {
        probe.disconnect();
      }
    }
  }

  /** As a power cut would. */
  async kill(): Promise<void> {
    const child = this.#child;
    if (child?.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
  }
}
