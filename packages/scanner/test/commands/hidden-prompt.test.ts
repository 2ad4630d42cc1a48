import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadKnownFingerprints } from '../../src/known-keys/known-fingerprints.ts';
import { temporaryFolder, temporaryFolderForAll } from '../temporary-folder.ts';

const sourceOf = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const hasPython = spawnSync('python3', ['-c', 'import pty, termios']).status === 0;

/**
 * Runs a program on a pseudo-terminal, types when it prompts, and prints as JSON what stood on the screen and how the
 * program ended.
 */
const terminal = `
import json, os, pty, select, sys, termios, time
typed, program = json.loads(sys.argv[1]), sys.argv[2:]
child, screen = pty.fork()
if child == 0:
    os.execvp(program[0], program)
seen = b''
deadline = time.time() + 40
def read_until(text):
    global seen
    while text not in seen and time.time() < deadline:
        if select.select([screen], [], [], 0.2)[0]:
            try:
                chunk = os.read(screen, 65536)
            except OSError:
                return
            if not chunk:
                return
            seen += chunk
read_until(b'not shown')
for part in typed:
    os.write(screen, part.encode())
    time.sleep(0.05)
read_until(b'the end of all output')
_, status = os.waitpid(child, 0)
print(json.dumps({'screen': seen.decode(), 'status': os.waitstatus_to_exitcode(status)}))
`;

describe.skipIf(!hasPython)('the prompt on a real terminal', () => {
  const folder = temporaryFolderForAll();
  const script = join(folder, 'terminal.py');
  const program = join(folder, 'driver.mjs');

  beforeAll(async () => {
    writeFileSync(script, terminal);
    const driver = join(folder, 'driver.ts');
    writeFileSync(driver, `
      import { spawnSync } from 'node:child_process';
      import { addKey } from ${JSON.stringify(sourceOf('../../src/commands/keys.ts'))};
      const status = await addKey({}, { cwd: process.argv[2], input: process.stdin, print: (text) => process.stdout.write(text), tell: (text) => process.stderr.write(text) });
      const settings = spawnSync('stty', ['-a'], { stdio: ['inherit', 'pipe', 'inherit'] }).stdout.toString();
      // One string: on a terminal \`console.log\` colours numbers.
      console.log(['status', status, settings.match(/-?\\becho\\b/)?.[0]].join(' '));
    `);
    await build({
      input: driver,
      platform: 'node',
      resolve: { alias: {
        '@submit-guard/core': sourceOf('../../../core/src/index.ts'),
        '@submit-guard/prefilter': sourceOf('../../../prefilter/src/index.ts'),
        '@submit-guard/rules': sourceOf('../../../../rules/src/index.ts'),
      } },
      external: ['re2js', 'yaml', 'jsonc-parser'],
      output: { dir: folder, entryFileNames: 'driver.mjs' },
      logLevel: 'silent',
    });
  });

  function type(cwd: string, ...typed: readonly string[]): { screen: string; status: number } {
    const { stdout, stderr } = spawnSync('python3', [script, JSON.stringify(typed), process.execPath, program, cwd], { encoding: 'utf8', timeout: 50_000 });
    expect(stderr).toBe('');
    return JSON.parse(stdout) as { screen: string; status: number };
  }

  it('shows nothing of what is typed or pasted, and leaves the terminal as it was', async () => {
    const cwd = temporaryFolder();
    const value = randomBytes(20).toString('hex');
    const { screen } = type(cwd, value.slice(0, 10), value.slice(10), '\r');
    expect(screen).toMatch(/^Key \(not shown\): \r\nAdded [0-9a-f]{8}, /);
    expect(screen).toMatch(/status 0 echo\r\n$/);
    for (let at = 0; at + 4 <= value.length; at += 4) expect(screen).not.toContain(value.slice(at, at + 4));
    expect((await loadKnownFingerprints({ path: join(cwd, '.submit-guard/keys.json'), name: '', explicit: true }))?.lookUp(value)).toBeDefined();
  });

  it('lets mistakes be mended, and takes a bracketed paste', async () => {
    const cwd = temporaryFolder();
    const value = randomBytes(20).toString('hex');
    type(cwd, 'nonsense\u0015', `\u001b[200~${value}xy\u001b[201~`, '\u007f\b', '\u001b[D', '\r');
    expect((await loadKnownFingerprints({ path: join(cwd, '.submit-guard/keys.json'), name: '', explicit: true }))?.lookUp(value)).toBeDefined();
  });

  it.each([['Ctrl-C', '\u0003'], ['Ctrl-D', '\u0004']])('adds nothing after %s, and leaves the terminal as it was', (_, stroke) => {
    const cwd = temporaryFolder();
    const { screen } = type(cwd, ...(stroke === '\u0003' ? ['abcdef'] : []), stroke);
    expect(screen).toMatch(/^Key \(not shown\): \r\nNothing was added\.\r\nstatus 130 echo\r\n$/);
    expect(existsSync(join(cwd, '.submit-guard'))).toBe(false);
  });
});
