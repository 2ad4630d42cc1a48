import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Finding } from '@submit-guard/core';
import { Secret } from '@submit-guard/core';
import { scan } from 'submit-guard';
import { cacheFolder, install } from './installations.ts';
import type { SubmitServer } from './services/submit-server.ts';
import type { Export, Tool, Work } from './tool.ts';

const submit = 'https://submit.atomyx.io/api/jobs';
const other = 'https://api.example.com/v1/orders';
const redirect = fileURLToPath(new URL('services/redirect.mjs', import.meta.url));

/** What a tool did. */
export interface ToolOutcome {
  readonly name: string;
  /** Why the tool was left out. */
  readonly leftOut?: string;
  /** Files that the leaking run wrote with the key in them, and whether it was found where it should be. */
  readonly files: readonly FileOutcome[];
  /** One sentence for each thing that is not as it should be. */
  readonly complaints: readonly string[];
}

export interface FileOutcome {
  readonly path: string;
  /** Places of the key that were reported. */
  readonly places: number;
  /** What the first message says of its place. */
  readonly words: string;
}

/** Runs a tool twice, once so that it sends a key to Submit and once so that it sends one elsewhere, and scans what it writes. */
export async function prove(tool: Tool, server: SubmitServer, say: (sentence: string) => void): Promise<ToolOutcome> {
  const { name } = tool;
  const installation = install(tool.installation, say);
  if (typeof installation !== 'string') return { name, leftOut: installation.reason, files: [], complaints: [] };
  const complaints: string[] = [];
  const files: FileOutcome[] = [];
  for (const kind of ['leaking', 'clean'] as const) {
    const key = randomBytes(20).toString('hex');
    const work = workIn(join(cacheFolder, 'runs', `${name.replace(/\W+/g, '-').toLowerCase()}-${kind}`), installation, server, kind, key);
    await tool.run(work);
    const { findings, coverage } = await scan({ cwd: work.exports, targets: ['.'], environment: {}, noIgnore: true });
    complaints.push(...coverage.unread.map(({ path, reason }) => `${kind}: ${path} was not read: ${reason}`));
    const own = { name: kind, key, findings };
    if (kind === 'leaking') for (const wanted of tool.exports) complaints.push(...judge(wanted, work.exports, own, files));
    else complaints.push(...findings.map(({ path, line, ruleId }) => `clean: ${path}:${line} is reported (${ruleId})`), ...tool.exports.filter((wanted) => pathsOf(wanted, work.exports).length === 0).map(({ path }) => `clean: ${path} was not written`));
  }
  return { name, files, complaints };
}

interface Run {
  readonly key: string;
  readonly findings: readonly Finding[];
}

/** What is wrong with what was found in the files of one export. */
function judge(wanted: Export, folder: string, { key, findings }: Run, files: FileOutcome[]): readonly string[] {
  const paths = pathsOf(wanted, folder);
  if (paths.length === 0) return [`leaking: ${wanted.path} was not written`];
  const { fingerprint } = new Secret(key);
  // Of files with names that the tool makes up, one has to hold the key.
  const holders = paths.length === 1 ? paths : paths.filter((path) => findings.some((finding) => finding.secret?.fingerprint === fingerprint && isIn(finding, path)));
  if (holders.length === 0) return [`leaking: the key is found in none of ${paths.join(', ')}`];
  return holders.flatMap((path) => {
    const own = findings.filter((finding) => isIn(finding, path));
    const hits = own.filter(({ secret }) => secret?.fingerprint === fingerprint);
    const messages = hits.map(({ message }) => message);
    const { words } = wanted;
    if (wanted.isMasked === true) return readFileSync(join(folder, path), 'latin1').includes(key) ? [`leaking: ${path} is not masked any more`] : own.map(({ line }) => `leaking: ${path}:${line} is reported, and masked`);
    const said = messages.find((message) => words?.test(message) !== false) ?? messages[0] ?? '';
    files.push({ path, places: hits.length, words: /hard-coded in (.*?)\. Revoke/.exec(said)?.[1] ?? (said === '' ? '' : own[0]?.ruleId ?? '') });
    return [
      ...(hits.length === 0 ? [`leaking: the key is not found in ${path}`] : []),
      ...(hits.length > 0 && words !== undefined && !messages.some((message) => words.test(message)) ? [`leaking: ${path} is not described by ${String(words)}: ${messages[0] ?? ''}`] : []),
      ...own.filter((finding) => finding.secret !== undefined && !hits.includes(finding)).map(({ line, secret }) => `leaking: ${path}:${line} something else is reported (${secret?.redacted})`),
    ];
  });
}

function isIn({ path }: Finding, file: string): boolean {
  return path === file || path.startsWith(`${file}!`);
}

function pathsOf({ path }: Export, folder: string): readonly string[] {
  const pattern = new RegExp(`^${path.split('*').map((part) => part.replace(/[.+()[\]$^|?{}]/g, '\\$&')).join('[^/]*')}$`);
  return filesBelow(folder).filter((file) => pattern.test(file));
}

/** Files below a folder, relative to it. */
function filesBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')).sort();
}

function workIn(folder: string, installation: string, server: SubmitServer, kind: 'leaking' | 'clean', key: string): Work {
  const [project, exports] = [join(folder, 'project'), join(folder, 'exports')];
  rmSync(folder, { recursive: true, force: true });
  for (const path of [project, exports]) mkdirSync(path, { recursive: true });
  const { port, plainPort } = server;
  const run: Work['run'] = (program, args, environment = {}) => output(program, args, project, environment);
  return {
    project,
    exports,
    installation,
    key,
    port,
    plainPort,
    url: kind === 'leaking' ? submit : other,
    otherUrl: kind === 'leaking' ? other : submit,
    run,
    runNode: (module, args, environment = {}) => run(process.execPath, ['--import', redirect, module, ...args], {
      NODE_TLS_REJECT_UNAUTHORIZED: '0', NODE_NO_WARNINGS: '1', NODE_PATH: join(installation, 'node_modules'), EXPORTS_PORT: String(port), EXPORTS_PLAIN_PORT: String(plainPort), ...environment,
    }),
  };
}

/** Milliseconds after which a tool has to have ended. */
const longestRun = 180_000;

/** Runs a program, without a shell and without the settings of proxies, which would lead elsewhere. */
async function output(program: string, args: readonly string[], folder: string, environment: Readonly<Record<string, string>>): Promise<string> {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/proxy/i.test(name)));
  const child = spawn(program, args, { cwd: folder, env: { ...env, CI: '1', NO_COLOR: '1', ...environment }, stdio: ['ignore', 'pipe', 'pipe'], timeout: longestRun });
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  await new Promise<void>((resolve) => {
    child.on('error', (error) => {
      chunks.push(Buffer.from(error.message));
      resolve();
    });
    child.on('close', () => resolve());
  });
  return Buffer.concat(chunks).toString('utf8');
}
