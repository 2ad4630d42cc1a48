import { createLogger, createServer } from 'vite';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Options } from '../src/index.ts';
import submitGuard from '../src/vite.ts';
import { cleanFiles, forms } from './forms.ts';
import { makeKey, project } from './project.ts';

const key = makeKey();
const leaking = { '.env': `SUBMIT_API_KEY=${key}\n`, ...forms[0]?.files(key) };

async function serve(files: Readonly<Record<string, string>>, options: Options = {}) {
  const words: string[] = [];
  const logger = createLogger('silent');
  logger.warn = (message) => words.push(message);
  const root = project(files);
  const server = await createServer({ root, configFile: false, customLogger: logger, plugins: [submitGuard(options)], server: { middlewareMode: true, ws: false, watch: null }, optimizeDeps: { noDiscovery: true }, appType: 'custom' });
  onTestFinished(() => server.close());
  return { root, words, server };
}

describe("Vite's server", () => {
  it('does not hand over a module that holds the key, and its error shows none', async () => {
    const { server } = await serve(leaking);
    const failure = await server.transformRequest('/src/api.js').catch((error: unknown) => error as Error);
    expect(failure).toMatchObject({ message: expect.stringContaining('.env SUBMIT_API_KEY -> src/api.js:4:33') as string });
    expect(JSON.stringify({ ...(failure as object), stack: (failure as Error).stack })).not.toContain(key);
  });

  it('warns where it is told to', async () => {
    const { server, words } = await serve(leaking, { mode: 'warn' });
    expect((await server.transformRequest('/src/api.js'))?.code).toContain(key);
    expect(words.join('\n')).toContain('src/api.js:4:33');
  });

  it('checks pages', async () => {
    const { server } = await serve({ '.env': `SUBMIT_API_KEY=${key}\n`, ...cleanFiles });
    await expect(server.transformIndexHtml('/index.html', `<script>send('${key}')</script>`)).rejects.toThrow('index.html');
    expect(await server.transformIndexHtml('/index.html', '<script>send()</script>')).toContain('send()');
  });

  it('leaves alone what is clean, and what is for the server', async () => {
    const { server, words } = await serve(leaking);
    expect((await server.transformRequest('/src/main.js'))?.code).toContain('send');
    expect((await server.transformRequest('/src/api.js', { ssr: true }))?.code).toContain(key);
    expect(words).toEqual([]);
  });
});
