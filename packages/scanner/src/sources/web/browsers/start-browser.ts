import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { WebError } from '../web-error.ts';
import { DevtoolsConnection } from './devtools-connection.ts';
import type { DevtoolsEvent } from './devtools-connection.ts';

/** A browser that was started for one visit. */
export interface RunningBrowser {
  readonly connection: DevtoolsConnection;
  /** It runs without its sandbox, as it does for nobody who is root. */
  readonly unsandboxed: boolean;
  /** Ends it and removes all that it wrote. */
  close(): Promise<void>;
  /** The same where nothing can be waited for, as the process ends. */
  kill(): void;
}

export interface BrowserOptions {
  /** Hosts that may be looked up; every other name, and every address, leads nowhere. */
  readonly hosts: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly onEvent: (event: DevtoolsEvent) => void;
}

/** Without traffic of its own, without a window, without what an earlier run has left. */
const switches = [
  '--headless', '--remote-debugging-pipe', '--no-first-run', '--no-default-browser-check', '--no-proxy-server', '--no-pings', '--mute-audio', '--hide-scrollbars',
  '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-default-apps', '--disable-extensions',
  '--block-new-web-contents', '--disable-breakpad', '--disable-client-side-phishing-detection', '--disable-domain-reliability', '--disable-dev-shm-usage', '--metrics-recording-only',
  '--password-store=basic', '--use-mock-keychain', '--force-webrtc-ip-handling-policy=disable_non_proxied_udp', '--webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--disable-features=Translate,OptimizationHints,MediaRouter,DialMediaRouteProvider,AutofillServerCommunication,CertificateTransparencyComponentUpdater,InterestFeedContentSuggestions,Prerender2',
];

const hasGroups = process.platform !== 'win32';

/**
 * Starts a browser with an empty profile that can reach a few hosts only: whatever a page or its workers do, requests to others find no
 * address, even where nobody intercepts them.
 *
 * @param program - path of a Chromium or its like.
 * @throws {WebError} where it does not start.
 */
export async function startBrowser(program: string, { hosts, environment, onEvent }: BrowserOptions): Promise<RunningBrowser> {
  // A short name: it becomes part of the path of a socket, and systems set a limit of about a hundred bytes to these.
  const profile = mkdtempSync(join(tmpdir(), 'sg-'));
  const unsandboxed = process.getuid?.() === 0;
  const rules = ['MAP * ~NOTFOUND', ...hosts.map((host) => `EXCLUDE ${host}`)].join(', ');
  const child = spawn(program, [...switches, `--user-data-dir=${profile}`, `--host-resolver-rules=${rules}`, ...(unsandboxed ? ['--no-sandbox'] : []), 'about:blank'], {
    // A key that is known from the environment is of no use to a browser.
    env: { ...browserEnvironment(environment), TMPDIR: profile, TEMP: profile, TMP: profile },
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    windowsHide: true,
    // A group of its own, with all the processes that it starts. It ends by itself when its pipes are closed.
    detached: hasGroups,
  });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  const clean = (): void => rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  const connection = new DevtoolsConnection(child.stdio[3] as Writable, child.stdio[4] as Readable, onEvent);
  const browser: RunningBrowser = {
    connection,
    unsandboxed,
    async close() {
      end(child);
      connection.close();
      await ended;
      clean();
    },
    kill() {
      end(child);
      clean();
    },
  };
  try {
    await Promise.race([connection.send('Browser.getVersion'), ended.then(() => Promise.reject(new Error('ended')))]);
    return browser;
  } catch {
    await browser.close();
    throw new WebError('The browser did not start. Run it by hand to see why, or let CHROME_PATH name another one.');
  }
}

/** Ends a browser at once: nothing that it could still write is of use to anybody. */
function end(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  if (hasGroups) process.kill(-child.pid, 'SIGKILL');
  else child.kill('SIGKILL');
}

/** What a browser needs to find its libraries, its folders and the screen it will not use. */
const passed = ['PATH', 'HOME', 'USER', 'LANG', 'SYSTEMROOT', 'LOCALAPPDATA', 'APPDATA', 'USERPROFILE', 'PROGRAMFILES', 'XDG_RUNTIME_DIR', 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH', 'FONTCONFIG_FILE'];

function browserEnvironment(environment: Readonly<Record<string, string | undefined>>): NodeJS.ProcessEnv {
  return Object.fromEntries(passed.flatMap((name) => (environment[name] === undefined ? [] : [[name, environment[name]]])));
}
