import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cleanFiles, forms } from './forms.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const packages = ['rules', 'packages/core', 'packages/scanner', 'packages/bundler'];
const key = randomBytes(20).toString('hex');
const place = mkdtempSync(join(tmpdir(), 'submit-guard-packed-'));
const run = (command: string, args: readonly string[], cwd: string): string => execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

/** A project of each bundler: its files besides the sources, and the command that builds it, as its users have them. */
const projects = {
  vite: {
    files: {
      'index.html': '<script type="module" src="/src/main.js"></script>\n',
      'vite.config.js': `import submitGuard from 'unplugin-submit-guard/vite';\nexport default { logLevel: 'warn', build: { sourcemap: true }, plugins: [submitGuard()] };\n`,
    },
    command: [join(place, 'node_modules/vite/bin/vite.js'), 'build'],
  },
  esbuild: {
    files: {
      'build.js': `import { build } from 'esbuild';\nimport submitGuard from 'unplugin-submit-guard/esbuild';
await build({ entryPoints: ['src/main.js'], bundle: true, minify: true, sourcemap: true, outdir: 'dist', plugins: [submitGuard()] }).catch(({ message }) => {
  process.stderr.write(message);
  process.exitCode = 1;
});\n`,
    },
    command: ['build.js'],
  },
};

/** Builds a project in a folder of its own, as a process. */
function build(bundler: keyof typeof projects, name: string, sources: Readonly<Record<string, string>>) {
  const { files, command } = projects[bundler];
  const folder = join(place, `${bundler}-${name}`);
  for (const [path, text] of Object.entries({ 'package.json': '{ "private": true, "type": "module" }', '.env': `SUBMIT_API_KEY=${key}\n`, ...files, ...sources })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: folder, encoding: 'utf8' });
  return { status, words: `${stdout}${stderr}`, isBuilt: existsSync(join(folder, 'dist')) };
}

/** Modules that a module brings along before anything asks for more, by path. */
function closureOf(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(/^(?:import|export)\b[^;]*?\bfrom "(\.[^"]+)";/gm)) closureOf(join(dirname(file), path), seen);
  return seen;
}

// Built packages are packed: `npm test` builds first.
describe.skipIf(!existsSync(join(root, 'packages/bundler/dist/index.js')))('the packed build plugin', () => {
  beforeAll(() => {
    for (const folder of packages) run('bash', [join(root, '.ci/pnpm'), '--dir', join(root, folder), 'pack', '--pack-destination', place], root);
    const tarballs = Object.fromEntries(readdirSync(place).map((file) => [file.replace(/-\d[\d.]*\.tgz$/, '').replace(/^submit-guard-/, '@submit-guard/'), `file:./${file}`]));
    const { devDependencies } = JSON.parse(readFileSync(join(root, 'packages/bundler/package.json'), 'utf8')) as { devDependencies: Record<string, string> };
    const manifest = { private: true, type: 'module', dependencies: { vite: devDependencies['vite'], esbuild: devDependencies['esbuild'], ...tarballs }, overrides: tarballs };
    writeFileSync(join(place, 'package.json'), JSON.stringify(manifest));
    run('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline', '--loglevel=error'], place);
  }, 600_000);

  afterAll(() => {
    rmSync(place, { recursive: true, force: true });
  });

  it('is what was packed, and nothing of the workspace', () => {
    for (const name of ['unplugin-submit-guard', 'submit-guard', '@submit-guard/core', '@submit-guard/rules']) {
      const installed = join(place, 'node_modules', name);
      expect(realpathSync(installed)).toBe(join(realpathSync(place), 'node_modules', name));
      expect(existsSync(join(installed, 'src'))).toBe(false);
    }
  });

  describe.each(Object.keys(projects) as (keyof typeof projects)[])('under %s', (bundler) => {
    it('ends a build that would ship the key, and nothing is left of it', () => {
      const { status, words, isBuilt } = build(bundler, 'leaking', forms[0]?.files(key) ?? {});
      expect(words).toContain('submit-guard: A Submit API key would reach the browser; the build was stopped.');
      expect(words).toContain('.env SUBMIT_API_KEY -> src/api.js:4:33 -> dist/');
      expect(words).not.toContain(key);
      expect({ status, isBuilt }).toEqual({ status: 1, isBuilt: false });
    });

    it('lets a clean build pass without a word', () => {
      const { status, words, isBuilt } = build(bundler, 'clean', cleanFiles);
      expect({ status, isBuilt }).toEqual({ status: 0, isBuilt: true });
      expect(words).not.toMatch(/submit/i);
    });
  });

  it.each([
    ['what it leaves out', { exclude: ['src/api.js', 'dist/'] }, { status: 0, isBuilt: true }],
    ['patterns and names', { formats: [{ name: 'ours', pattern: '[a-z]{4}[0-9]{12}' }], names: ['PREPRESS_[A-Z]+'] }, { status: 1, isBuilt: false }],
  ])('reads of a configuration %s', (name, config, expected) => {
    const { status, isBuilt } = build('vite', `configured ${name}`, { '.submit-guard.json': JSON.stringify(config), ...forms[0]?.files(key) });
    expect({ status, isBuilt }).toEqual(expected);
  });

  it.each(['vite', 'rollup', 'rolldown', 'webpack', 'rspack', 'esbuild', 'farm', 'next'])('has an entry point for %s', (bundler) => {
    const program = `const { default: submitGuard } = await import('unplugin-submit-guard/${bundler}'); console.log(typeof submitGuard());`;
    expect(run(process.execPath, ['--input-type=module', '--eval', program], place).trim()).toBe(bundler === 'next' ? 'function' : 'object');
  });

  it('brings no detector along for a clean build: every start of every build would read it', () => {
    const entries = ['unplugin-submit-guard/dist/vite.js', 'submit-guard/dist/project.js'].map((path) => join(place, 'node_modules', path));
    const loaded = [...new Set(entries.flatMap((entry) => [...closureOf(entry)]))];
    expect(loaded.reduce((sum, path) => sum + readFileSync(path).length, 0)).toBeLessThan(200_000);
    expect(loaded.length).toBeLessThanOrEqual(6);
  });
});
