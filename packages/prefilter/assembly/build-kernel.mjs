import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('..', import.meta.url);
const kernel = new URL('dist/kernel.wasm', root);
/** SHA-256 of everything that `kernel` was made from. */
const stamp = new URL('dist/kernel.wasm.sha256', root);

/**
 * Compiles the kernel to `dist/kernel.wasm`, unless it is there and nothing has changed.
 *
 * @returns {Promise<Uint8Array>} the kernel.
 */
export async function buildKernel() {
  const sources = sourceHash();
  if (readIfThere(stamp)?.toString() === sources) {
    const built = readIfThere(kernel);
    if (built !== undefined) return built;
  }
  const binary = await compileKernel();
  mkdirSync(new URL('dist/', root), { recursive: true });
  replace(kernel, binary);
  replace(stamp, sources);
  return binary;
}

/** @returns {Promise<Uint8Array>} the kernel, compiled now. Throws with the compiler's messages. */
export async function compileKernel() {
  const { main } = await import('assemblyscript/asc');
  /** @type {Uint8Array | undefined} */
  let binary;
  const { error, stderr } = await main(
    [
      'assembly/kernel.ts', '--outFile', 'kernel.wasm', '-O3', '--converge', '--noAssert', '--runtime', 'stub',
      '--enable', 'simd', '--importMemory', '--use', 'abort=', '--pedantic',
    ],
    {
      readFile: (name, base) => readIfThere(new URL(name, new URL(`${base}/`, root)))?.toString() ?? null,
      writeFile: (_name, contents) => { binary = contents; },
      listFiles: () => [],
    },
  );
  if (error !== null || binary === undefined) throw new Error(`The kernel does not compile.\n${stderr.toString()}`);
  return binary;
}

function sourceHash() {
  const hash = createHash('sha256');
  const require = new URL('node_modules/assemblyscript/package.json', root);
  hash.update(JSON.parse(readFileSync(require, 'utf8')).version);
  const own = new URL('assembly/', root);
  const files = readdirSync(own).sort().map((name) => new URL(name, own));
  for (const file of [...files, new URL('src/images/image-layout.ts', root)]) hash.update(readFileSync(file));
  return hash.digest('hex');
}

/** Tests of several files may build at the same time: nobody sees half a file. */
function replace(file, contents) {
  const draft = new URL(`${file.href}.${process.pid}`);
  writeFileSync(draft, contents);
  renameSync(draft, file);
}

function readIfThere(file) {
  try {
    return readFileSync(file);
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Puts the kernel into the compiled package, so that the package and every bundle of it are self-contained. */
function embed(binary) {
  const module = new URL('dist/engines/kernel-binary.js', root);
  const text = [
    '// Made from assembly/ by the build.',
    `const kernel = '${Buffer.from(binary).toString('base64')}';`,
    'export function kernelBinary() {',
    "  return Uint8Array.from(Buffer.from(kernel, 'base64'));",
    '}',
    '',
  ].join('\n');
  if (readIfThere(module)?.toString() !== text) replace(module, text);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) embed(await buildKernel());
