import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generatedFiles } from './generated-files.ts';

// Compiled to rules/dist/generator/main.js.
const repository = fileURLToPath(new URL('../../../', import.meta.url));
const pages = join(repository, 'docs', 'rules');

const contentOf = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
};

const files = generatedFiles(join(repository, 'rules'));
const wanted = new Map([...files].map(([path, text]) => [join(repository, path), text]));
mkdirSync(pages, { recursive: true });
const stale = readdirSync(pages)
  .filter((name) => name.endsWith('.md'))
  .map((name) => join(pages, name))
  .filter((path) => !wanted.has(path));
const changed = [...wanted].filter(([path, text]) => contentOf(path) !== text);

const nameOf = (path: string): string => relative(repository, path);

if (process.argv.includes('--check')) {
  const outdated = [...changed.map(([path]) => path), ...stale];
  for (const path of outdated) process.stderr.write(`${nameOf(path)} does not follow from rules/catalogue.\n`);
  if (outdated.length > 0) {
    process.stderr.write('Run `pnpm --filter @submit-guard/rules run generate` and commit what it writes.\n');
    process.exitCode = 1;
  }
} else {
  for (const path of stale) rmSync(path);
  for (const [path, text] of changed) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  for (const path of [...changed.map(([path]) => path), ...stale]) process.stdout.write(`${nameOf(path)}\n`);
}
