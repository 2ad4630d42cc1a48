#!/usr/bin/env node
/**
 * Every rule, with type information, over published TypeScript that nobody here wrote: `node proofs/typed-code.mjs`.
 *
 * The sources that some packages publish are installed with their dependencies into a temporary folder, and each file is linted there with the type checker
 * on: as it is; with code that talks to Submit behind it; and with each type that it exports as a part of a callback of Submit, so that the checker is asked about
 * all of them. The first two must give no report. What the last gives is printed: each must be a field that is called a key.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as typescript from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import submitGuard from '../dist/index.js';
import { mentions } from './mentions.mjs';
import { programsIn } from './published-packages.mjs';

/** Packages that publish their sources; the types of what they import are theirs or come along. */
const packages = { zod: '4.6.7', 'ra-core': '5.15.4', '@tanstack/form-core': '1.33.5' };
const alongside = ['react@19', 'react-dom@19', '@types/react@19', 'react-hook-form@7', 'react-router@7', 'react-router-dom@7', '@types/node@20'];

const compilerOptions = { strict: true, module: 'esnext', moduleResolution: 'bundler', target: 'es2022', jsx: 'preserve', allowImportingTsExtensions: true, noEmit: true, skipLibCheck: true };

const place = realpathSync(mkdtempSync(join(tmpdir(), 'submit-guard-types-')));
const linter = new Linter({ cwd: place });

/** All rules as in `strict`, and the option that uses types. */
const rules = { ...submitGuard.configs.strict.rules, 'submit-guard/no-key-in-callback-payload': ['error', { tokens: true, types: true }] };

function lint(file, text) {
  const config = [
    {
      ...submitGuard.configs['type-checked'],
      files: ['**/*.{ts,tsx,mts,cts}'],
      rules,
      languageOptions: { parser: typescript, parserOptions: { projectService: true, tsconfigRootDir: place, ecmaFeatures: { jsx: file.endsWith('x') } } },
    },
  ];
  return linter.verify(text, config, { filename: file, allowInlineConfig: false, reportUnusedDisableDirectives: 'off' });
}

/** A callback of Submit that has every type in it that the file exports and that needs no argument. */
function callbackOf(text) {
  const names = [...text.matchAll(/^export (?:declare )?(?:interface|class|type) (\w+)(?= *(?:extends [\w.]+ *)?[={])/gm)].map(([, name]) => name);
  return [...new Set(names)].map((name, at) => `\nexport interface SubmitCallback${at} { externalId: string; data?: ${name}[]; }`).join('');
}

const figures = { files: 0, unread: 0, reports: 0, asked: 0, fields: 0 };

try {
  writeFileSync(join(place, 'package.json'), '{ "private": true, "type": "module" }');
  const wanted = [...Object.entries(packages).map(([name, version]) => `${name}@${version}`), ...alongside];
  execFileSync(process.platform === 'win32' ? 'npm.cmd' : 'npm', ['install', '--ignore-scripts', '--legacy-peer-deps', '--no-audit', '--no-fund', '--loglevel=error', ...wanted], { cwd: place, stdio: ['ignore', 'ignore', 'inherit'] });
  writeFileSync(join(place, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['sources'] }));
  for (const name of Object.keys(packages)) cpSync(join(place, 'node_modules', name, 'src'), join(place, 'sources', name), { recursive: true });
  // Of `a.ts` and `a.tsx` TypeScript takes the former only.
  const isTaken = (path) => /\.[cm]?ts$/.test(path) || (path.endsWith('.tsx') && !existsSync(path.slice(0, -1)));
  for (const file of programsIn(join(place, 'sources')).filter(isTaken)) {
    const text = readFileSync(file, 'utf8');
    const lines = text.split('\n').length;
    const callback = callbackOf(text);
    for (const [variant, added] of [['as it is', ''], ['with mentions', mentions], ['in a callback', callback]]) {
      if (variant === 'in a callback' && added === '') continue;
      const messages = lint(file, text + added);
      const fatal = messages.find((message) => message.fatal);
      if (fatal) {
        figures.unread += 1;
        console.log(`${file}: ${fatal.message}`);
        break;
      }
      if (variant === 'as it is') figures.files += 1;
      if (variant === 'in a callback') figures.asked += added.split('\n').length - 1;
      for (const { ruleId, line, message } of messages) {
        const isAdded = line > lines;
        if (variant === 'with mentions' && isAdded) continue;
        if (variant === 'in a callback' && ruleId === 'submit-guard/no-key-in-callback-payload') {
          figures.fields += 1;
          console.log(`  ${file.slice(place.length + 9)}:${line} ${(text + added).split('\n')[line - 1].trim().slice(0, 90)}   ${/"[^"]*"/.exec(message)?.[0] ?? message}`);
          continue;
        }
        figures.reports += 1;
        console.log(`${file}:${line} ${variant} ${ruleId}: ${message}`);
      }
    }
  }
} finally {
  rmSync(place, { recursive: true, force: true });
}
console.log(`${figures.files} files with types (${figures.unread} not read): ${figures.reports} reports. ${figures.asked} types as callbacks: ${figures.fields} fields that are called a key, listed above.`);
process.exitCode = figures.reports + figures.unread === 0 && figures.files > 0 ? 0 : 1;
