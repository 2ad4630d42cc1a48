import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './setup/workspace.mjs';

/** The options of `submit-guard scan` that are followed by a value; those of `file` by a path that is not scanned. */
const options = /** @type {const} */ ({
  file: { output: 'o', config: undefined, baseline: undefined },
  word: {
    format: 'f',
    'min-confidence': undefined,
    as: undefined,
    'stdin-filename': undefined,
    'max-file-size': undefined,
    'max-decode-depth': undefined,
    jobs: undefined,
  },
});

/**
 * @param {readonly string[]} words a command and its arguments
 */
function parse(words) {
  const short = Object.entries({ ...options.file, ...options.word });
  return parseArgs({
    args: [...words],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: Object.fromEntries(short.map(([name, letter]) => [name, { type: 'string', ...(letter && { short: letter }) }])),
  });
}

/**
 * Whether a scan names the folder or file to scan.
 *
 * @param {readonly string[]} words `scan` and its arguments
 */
export function namesPath(words) {
  return parse(words).positionals.length > 1;
}

/**
 * Whether a scan is to look into an example.
 *
 * @param {readonly string[]} words a command, or nothing or a path where it is `scan`, and its arguments
 */
export function isAboutExamples(words) {
  const [first = ''] = words;
  return (first === 'scan' || isInExamples(first)) && parse(words).positionals.some(isInExamples);
}

/**
 * @param {string} path relative to the working directory
 */
function isInExamples(path) {
  return existsSync(path) && /^examples[\\/](leaking|mended)(?![^\\/])/.test(relative(root, resolve(path)));
}

/**
 * Makes the process work in a copy of the examples with keys in them, so that the paths it prints are those of the repository.
 *
 * @param {readonly string[]} words a command and its arguments
 * @returns {Promise<string[]>} the same, with paths that are right from there
 */
export async function moveToExamples(words) {
  const moved = [...words];
  for (const token of parse(words).tokens) {
    if (token.kind === 'positional' && (token.index > 0 || isInExamples(token.value))) {
      moved[token.index] = isInExamples(token.value) ? relative(root, resolve(token.value)) : resolve(token.value);
    } else if (token.kind === 'option' && token.name in options.file && token.value !== undefined) {
      const path = resolve(token.value);
      moved[token.inlineValue ? token.index : token.index + 1] = token.inlineValue ? `--${token.name}=${path}` : path;
    }
  }
  process.chdir(await renderExamples());
  return moved;
}

/**
 * Copies `examples/` to a temporary folder, with a random key in place of each marker: the same key for the same marker in all files.
 * Lines are those of the templates. The copy lies outside of every work tree and goes when the process ends.
 *
 * @returns {Promise<string>} the folder that holds `examples/`
 */
async function renderExamples() {
  // Built by now, and not before.
  const { renderMarkers } = await import('../rules/dist/markers.js');
  const place = mkdtempSync(join(tmpdir(), 'submit-guard-'));
  process.once('exit', () => {
    rmSync(place, { recursive: true, force: true });
  });
  const seed = Math.floor(Math.random() * 2 ** 32);
  for (const entry of readdirSync(join(root, 'examples'), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const template = join(entry.parentPath, entry.name);
    const copy = join(place, relative(root, template));
    mkdirSync(dirname(copy), { recursive: true });
    writeFileSync(copy, renderMarkers(readFileSync(template, 'utf8'), { seed }).text);
  }
  return place;
}
