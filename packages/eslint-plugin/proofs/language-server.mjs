#!/usr/bin/env node
/**
 * How long an editor waits at the other end of the language server protocol: `node proofs/language-server.mjs [LINES]`.
 *
 * Starts the ESLint language server that VS Code and other editors run, opens the module of `editor.mjs` in it, and after each of 20 edits
 * (`textDocument/didChange`) asks for its diagnostics (`textDocument/diagnostic`): with one rule that does nothing, with ESLint's recommended rules, and with
 * ours beside them. What a run takes beyond the first is what rules cost; ESLint parses and resolves scopes in all three. Prints the median of each, measured
 * in turns, and, where the system tells it, the processor time of each server, which says more on a busy machine. The server comes from npm into a temporary
 * folder. Exits with 1 where ours adds 50 ms or more, or finds nothing.
 */
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { editsOf, longFile } from './long-file.mjs';
import { median } from './timing.mjs';

const goal = 50;
const runs = 20;
const warmUp = 8;

/** The server of the VS Code extension, extracted: the most used package of it. It only has JavaScript in it. */
const server = 'vscode-langservers-extracted@4.10.0';

const rules = {
  nothing: `[{ plugins: { none: { rules: { none: { create: () => ({ Program() {} }) } } } }, rules: { 'none/none': 'error' } }]`,
  recommended: '[js.configs.recommended]',
  ours: '[js.configs.recommended, submitGuard.configs.strict]',
};

const place = realpathSync(mkdtempSync(join(tmpdir(), 'submit-guard-server-')));
const text = longFile(Number(process.argv[2] ?? 5_000));

/** A project whose `node_modules` are those of this package. */
function makeProject(name) {
  const folder = join(place, name);
  mkdirSync(join(folder, 'node_modules/@eslint'), { recursive: true });
  const modules = fileURLToPath(new URL('../node_modules', import.meta.url));
  symlinkSync(join(modules, 'eslint'), join(folder, 'node_modules/eslint'), 'junction');
  symlinkSync(join(modules, '@eslint/js'), join(folder, 'node_modules/@eslint/js'), 'junction');
  symlinkSync(fileURLToPath(new URL('..', import.meta.url)), join(folder, 'node_modules/eslint-plugin-submit-guard'), 'junction');
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(folder, 'eslint.config.js'), `import js from '@eslint/js';\nimport submitGuard from 'eslint-plugin-submit-guard';\nexport default ${rules[name]};\n`);
  writeFileSync(join(folder, 'jobs.js'), text);
  return folder;
}

/** What the extension answers when the server asks for the settings of a folder. */
function settingsOf(folder) {
  return {
    validate: 'on',
    run: 'onType',
    useESLintClass: true,
    experimental: { useFlatConfig: false },
    packageManager: 'npm',
    codeAction: { disableRuleComment: { enable: false, location: 'separateLine' }, showDocumentation: { enable: false } },
    codeActionOnSave: { mode: 'all' },
    format: false,
    quiet: false,
    onIgnoredFiles: 'off',
    options: {},
    rulesCustomizations: [],
    problems: { shortenToSingleLine: false },
    nodePath: null,
    workingDirectory: { mode: 'location' },
    workspaceFolder: { name: 'project', uri: pathToFileURL(folder).href },
  };
}

/** A session with one project: `answer` types a line into the module and waits for the diagnostics of what is then there. */
async function openSession(name) {
  const folder = makeProject(name);
  const installed = createRequire(join(place, 'package.json'));
  const main = installed.resolve('vscode-langservers-extracted/bin/vscode-eslint-language-server');
  const child = spawn(process.execPath, [main, '--stdio'], { cwd: folder, stdio: ['pipe', 'pipe', 'inherit'] });
  const { createMessageConnection, StreamMessageReader, StreamMessageWriter } = installed('vscode-jsonrpc/node');
  const client = createMessageConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  client.onRequest('workspace/configuration', ({ items }) => items.map(() => settingsOf(folder)));
  client.onRequest(() => null);
  client.onNotification('window/logMessage', ({ type, message }) => type <= 2 && console.error(message));
  client.listen();
  const rootUri = pathToFileURL(folder).href;
  const capabilities = { workspace: { configuration: true, diagnostics: { refreshSupport: true } }, textDocument: { diagnostic: {}, synchronization: {} } };
  await client.sendRequest('initialize', { processId: process.pid, rootUri, workspaceFolders: [{ name: 'project', uri: rootUri }], capabilities });
  client.sendNotification('initialized', {});
  const uri = pathToFileURL(join(folder, 'jobs.js')).href;
  client.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'javascript', version: 0, text } });
  const diagnose = async () => (await client.sendRequest('textDocument/diagnostic', { textDocument: { uri } })).items;
  await diagnose();
  let version = 0;
  const answer = async (changed) => {
    version += 1;
    const begin = performance.now();
    client.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ text: changed }] });
    const items = await diagnose();
    return { time: performance.now() - begin, found: items.filter(({ code }) => String(code).startsWith('submit-guard/')).length };
  };
  const processorTime = () => processorTimeOf(child.pid);
  const close = async () => {
    await client.sendRequest('shutdown');
    await client.sendNotification('exit');
    client.dispose();
  };
  return { answer, close, processorTime };
}

/** User and system time of a process in milliseconds, from Linux's `/proc` (proc_pid_stat(5): fields 14 and 15, in hundredths of a second); `undefined` elsewhere. */
function processorTimeOf(pid) {
  if (process.platform !== 'linux') return undefined;
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

const sessions = [];
try {
  writeFileSync(join(place, 'package.json'), '{ "private": true }');
  execFileSync(process.platform === 'win32' ? 'npm.cmd' : 'npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', server], { cwd: place, stdio: ['ignore', 'ignore', 'inherit'] });
  const edited = editsOf(text);
  const measured = {};
  for (const name of Object.keys(rules)) {
    sessions.push({ name, ...(await openSession(name)) });
    measured[name] = [];
  }
  let before = [];
  for (let run = 0; run < warmUp + runs; run += 1) {
    if (run === warmUp) before = sessions.map(({ processorTime }) => processorTime());
    for (const { name, answer } of sessions) {
      const one = await answer(edited(run));
      if (run >= warmUp) measured[name].push(one);
    }
  }
  const waited = Object.keys(rules).map((name) => median(measured[name].map(({ time }) => time)));
  const worked = sessions.map(({ processorTime }, index) => (processorTime() - before[index]) / runs);
  const found = median(measured.ours.map((one) => one.found));
  console.log(`${text.split('\n').length} lines, ${found} findings of our rules; ${server}; ${runs} edits, from didChange to the diagnostics`);
  const tell = (title, [nothing, recommended, ours]) => {
    console.log(`${title}: one rule that does nothing ${nothing.toFixed(0)} ms, recommended rules ${recommended.toFixed(0)} ms, and ours ${ours.toFixed(0)} ms: ours add ${(ours - recommended).toFixed(1)} ms`);
    return ours - recommended;
  };
  const added = [tell('median wait', waited), ...(worked.some(Number.isNaN) ? [] : [tell('processor time, all threads', worked)])];
  console.log(`goal: ours add under ${goal} ms`);
  if (Math.min(...added) >= goal || found === 0) process.exitCode = 1;
} finally {
  await Promise.all(sessions.map(({ close }) => close()));
  rmSync(place, { recursive: true, force: true });
}
