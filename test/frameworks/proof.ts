import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { scan } from 'submit-guard';
import type { Framework } from './framework.ts';
import type { Keys, LeakName } from './leaks.ts';
import { leakingModules, leakNames, places, variables } from './leaks.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What a framework did. */
export interface FrameworkOutcome {
  readonly name: string;
  /** One sentence for each thing that is not as it should be. */
  readonly complaints: readonly string[];
  /** What was seen, in short. */
  readonly seen: readonly string[];
}

interface Built {
  readonly project: string;
  readonly status: number | null;
  readonly words: string;
}

/** Installs a framework, and builds projects that leak and one that does not, with and without the plugin. */
export async function prove(framework: Framework, say: (sentence: string) => void): Promise<FrameworkOutcome> {
  const { name, publicVariable, configuration } = framework;
  const folder = installed(framework);
  if (folder === undefined) return { name, complaints: ['could not be installed'], seen: [] };
  const complaints: string[] = [];
  const seen: string[] = [];
  const keys = Object.fromEntries(leakNames.map((leak) => [leak, randomBytes(20).toString('hex')])) as Keys;
  const build = (kind: string, withPlugin: boolean, names: readonly LeakName[], isPublic: boolean): Built => {
    say(`${name}: ${kind}`);
    return buildProject(framework, folder, { kind, withPlugin, names, isPublic, keys });
  };

  const leaking = build('leaking', false, leakNames, publicVariable !== undefined);
  if (leaking.status !== 0) complaints.push(`the leaking project was not built: ${leaking.words.slice(-600)}`);
  const found = await findingsIn(leaking.project, framework.shipped, keys);
  seen.push(`scan: ${found} places in what is shipped`);
  if (found === 0) complaints.push('`submit-guard scan` finds nothing in what is shipped');

  const clean = build('clean', configuration !== undefined, [], false);
  if (clean.status !== 0 || clean.words.includes('submit-guard: ')) complaints.push(`the clean project was not built in silence: ${clean.words.slice(-600)}`);
  const falseFindings = await findingsIn(clean.project, framework.shipped, keys);
  if (falseFindings > 0) complaints.push('the scan finds something in what the clean project ships');

  if (configuration !== undefined) {
    const refused = build('refused', true, leakNames, false);
    complaints.push(...complaintsAboutRefusal(refused, framework, keys));
    const told = leakNames.filter((leak) => refused.words.includes(`leaks/${places[leak]}`));
    seen.push(`refused, with the place of ${told.join(', ')}`);
    if (told.length < leakNames.length) complaints.push(`the message does not say where the key of ${leakNames.filter((leak) => !told.includes(leak)).join(', ')} was written: ${refused.words.slice(0, 3000)}`);
  }
  if (configuration !== undefined && publicVariable !== undefined) {
    const refused = build('public', true, [], true);
    complaints.push(...complaintsAboutRefusal(refused, framework, keys));
    if (!refused.words.includes(publicVariable.name)) complaints.push(`the message does not name ${publicVariable.name}`);
    seen.push('public variable refused');
  }
  return { name, complaints, seen };
}

/** What is wrong with a build that should have ended without a key in what is shipped or said. */
function complaintsAboutRefusal({ status, words, project }: Built, { shipped }: Framework, keys: Keys): readonly string[] {
  const forms = Object.values(keys).flatMap((key) => [key, Buffer.from(key).toString('base64')]);
  const left = filesBelow(join(project, shipped)).filter((file) => forms.some((text) => readFileSync(file, 'latin1').includes(text)));
  return [
    ...(status === 0 ? ['the build was not refused'] : []),
    ...(/submit-guard: (?:A Submit API key|\d Submit API keys) would reach the browser/.test(words) ? [] : [`nothing is said of a key: ${words.slice(-600)}`]),
    ...(forms.some((text) => words.includes(text)) ? ['the message shows the key'] : []),
    ...left.map((file) => `${file.slice(project.length + 1)} is left behind`),
  ];
}

interface ProjectQuery {
  readonly kind: string;
  readonly withPlugin: boolean;
  readonly names: readonly LeakName[];
  readonly isPublic: boolean;
  readonly keys: Keys;
}

function buildProject(framework: Framework, folder: string, { kind, withPlugin, names, isPublic, keys }: ProjectQuery): Built {
  const { publicVariable, configuration, files, leaks, build } = framework;
  const project = join(folder, 'projects', `${framework.name.replace(/\W+/g, '-').toLowerCase()}-${kind}`);
  rmSync(project, { recursive: true, force: true });
  const variable = isPublic && publicVariable !== undefined ? `${publicVariable.name}=${keys.literal}\n` : '';
  write(project, {
    'package.json': '{ "private": true, "type": "module", "browserslist": "last 1 chrome version" }',
    '.env': `${leakNames.map((leak) => `${variables[leak]}=${keys[leak]}\n`).join('')}${variable}`,
    ...files,
    ...configuration?.(withPlugin),
    ...leakingModules(leaks, keys, names, isPublic ? publicVariable?.code : undefined),
  });
  const [program, ...args] = build;
  const env = { ...process.env, CI: '1', NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', ASTRO_TELEMETRY_DISABLED: '1', NG_CLI_ANALYTICS: 'false', FORCE_COLOR: '0' };
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'node_modules', program), ...args], { cwd: project, encoding: 'utf8', env, timeout: 600_000 });
  return { project, status, words: `${stdout}${stderr}` };
}

/** Findings of the key in what browsers would load. */
async function findingsIn(project: string, shipped: string, keys: Keys): Promise<number> {
  const { findings } = await scan({ cwd: project, targets: [shipped], environment: Object.fromEntries(leakNames.map((leak) => [variables[leak], keys[leak]])), noIgnore: true });
  return findings.filter(({ confidence }) => confidence === 'certain').length;
}

/** The folder of an installation that knows the plugin; `undefined` where it cannot be had. */
function installed({ installation, packages }: Framework): string | undefined {
  const script = join(root, 'packages/bundler/test/bundlers/on-demand.mjs');
  const { status, stdout } = spawnSync(process.execPath, [script, `frameworks/${installation}`, ...packages], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  if (status !== 0) return undefined;
  const link = join(stdout, 'node_modules/unplugin-submit-guard');
  if (lstatSync(link, { throwIfNoEntry: false }) === undefined) symlinkSync(join(root, 'packages/bundler'), link, 'dir');
  return stdout;
}

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

function filesBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
