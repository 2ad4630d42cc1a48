import { readFileSync } from 'node:fs';
import * as typescript from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import submitGuard from '../dist/index.js';
const linter = new Linter({ cwd: '/project' });
const text = readFileSync('/tmp/mb.tsx','utf8');
const cfg = (rules) => [{ ...submitGuard.configs.strict, rules, files: ['**/*.{ts,tsx}'], languageOptions: { parser: typescript, parserOptions: { ecmaFeatures: { jsx: true } } } }];
for (const id of [null, ...Object.keys(submitGuard.configs.strict.rules)]) {
  if (process.argv[2] && id && !id.includes(process.argv[2])) continue;
  const t = performance.now();
  linter.verify(text, cfg(id ? { [id]: submitGuard.configs.strict.rules[id] } : {}), { filename: '/project/file.tsx', allowInlineConfig: false });
  console.log(id, (performance.now() - t).toFixed(0));
}
