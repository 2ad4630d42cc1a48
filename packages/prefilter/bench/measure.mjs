// Measures the prefilter on the files of a folder: node packages/prefilter/bench/measure.mjs FOLDER [MEGABYTES]
// Needs the built package. Contenders take turns over the same windows; time is that of the processor, so that other
// work on the machine counts for little (but it does empty the caches: read the best where the machine is busy).
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { createPrefilter, tagOf } from '../dist/index.js';

const [folder = '.', megabytes = '64'] = process.argv.slice(2);
const windowSize = 65_536;
const rounds = 11;

const data = sampleOf(folder, Number(megabytes) * 1e6);
const catalogue = catalogueLiterals();
const salt = 1;

const contenders = [
  ['copy into the buffer only', copying(createPrefilter([]), () => 0)],
  ["Buffer.indexOf('atomyx')", eachWindow((window) => window.indexOf('atomyx'))],
  ['regular expression of the words', eachWindow((window) => /atomyx|submit|api.?key|bearer/i.test(window.toString('latin1')))],
  [`catalogue, ${catalogue.length} literals`, searching(catalogue)],
  ...[10, 100, 1000, 10_000].map((keys) => {
    const literals = [...catalogue, ...knownKeyLiterals(keys)];
    return [`catalogue and ${keys} known keys, ${literals.length} literals`, searching(literals)];
  }),
  ...[[40], [24, 32, 40], [20, 24, 32, 36, 40, 43, 48, 64]].map((lengths) => [
    `catalogue and 10000 tags, ${lengths.length} lengths`, searching(catalogue, tokenSet(10_000, lengths)),
  ]),
];
process.env.SUBMIT_GUARD_NO_WASM = '1';
contenders.push(['plain JavaScript: catalogue', searching(catalogue)]);
contenders.push(['plain JavaScript: catalogue and 10000 known keys', searching([...catalogue, ...knownKeyLiterals(10_000)])]);

const times = contenders.map(() => []);
for (let round = 0; round < rounds; round++) {
  for (const [index, [, run]] of contenders.entries()) {
    const start = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(start);
    times[index].push((user + system) / 1000);
  }
}
console.log(`${cpus()[0]?.model.trim()}, Node ${process.versions.node}, ${(data.length / 1e6).toFixed(0)} MB of ${folder}, GB/s`);
console.log(`${'best'.padStart(8)} ${'median'.padStart(8)}`);
for (const [index, [name]] of contenders.entries()) {
  const sorted = times[index].sort((a, b) => a - b);
  const rate = (milliseconds) => (data.length / milliseconds / 1e6).toFixed(2).padStart(8);
  console.log(`${rate(sorted[0])} ${rate(sorted[rounds >> 1])}  ${name}`);
}

/** Files of a tree, in an order that mixes its folders, up to a number of bytes. */
function sampleOf(root, size) {
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const parts = [];
  let total = 0;
  for (let index = 0; index < files.length && total < size; index++) {
    const entry = files[(index * 7919) % files.length];
    const bytes = readFileSync(join(entry.parentPath, entry.name));
    parts.push(bytes);
    total += bytes.length;
  }
  return Buffer.concat(parts).subarray(0, size);
}

function eachWindow(use) {
  return () => {
    for (let start = 0; start < data.length; start += windowSize) use(data.subarray(start, start + windowSize));
  };
}

function copying(prefilter, use) {
  const buffer = prefilter.buffer(windowSize);
  return eachWindow((window) => {
    buffer.set(window);
    use(window.length);
  });
}

/** Every window is searched for everything: a group that was found is left out for the rest of its window only. */
function searching(literals, tokens) {
  const prefilter = createPrefilter(literals, tokens === undefined ? {} : { tokens });
  return copying(prefilter, (length) => prefilter.scanBuffer(length));
}

/** Names in the encodings in which a detector looks for them, like the ones that the core's plan has. */
function catalogueLiterals() {
  const literals = [];
  const add = (text, group, ignoreCase) => {
    literals.push({ bytes: Buffer.from(text, 'latin1'), ignoreCase, group });
  };
  for (const name of ['atomyx', 'externalid']) {
    add(name, 0, true);
    for (const cased of [name, name.toUpperCase(), name.charAt(0).toUpperCase() + name.slice(1)]) {
      for (const core of base64Cores(cased)) add(core, 0, false);
      add(Buffer.from(cased).toString('hex'), 0, true);
      for (const [before, after] of [['\\x', ''], ['\\u00', ''], ['%', ''], ['&#x', ';']]) {
        add(Array.from(cased.slice(0, 4), (char) => before + char.charCodeAt(0).toString(16) + after).join(''), 0, true);
      }
    }
    for (const wide of wideForms(name)) add(wide, 0, true);
  }
  for (const form of ['submit', ...wideForms('submit')]) add(form, 1, true);
  for (const word of ['api_key', 'api-key', 'apikey', 'api key', 'api.key', 'api:key', 'api/key', 'bearer']) {
    for (const form of [word, ...wideForms(word)]) add(form, 2, true);
  }
  return literals;
}

/** Ten forms of each of so many random keys. */
function knownKeyLiterals(count) {
  const literals = [];
  for (let number = 0; number < count; number++) {
    const key = number % 2 ? randomBytes(20).toString('hex') : randomBytes(24).toString('base64url');
    const forms = [key, ...base64Cores(key), ...wideForms(key), encodeURIComponent(`${key}=`), JSON.stringify(`${key}"`)];
    const escaped = Array.from(key, (char) => `%${char.charCodeAt(0).toString(16)}`).join('');
    for (const form of [...forms, escaped]) literals.push({ bytes: Buffer.from(form, 'latin1'), ignoreCase: false, group: 3 });
    literals.push({ bytes: Buffer.from(Buffer.from(key).toString('hex')), ignoreCase: true, group: 3 });
  }
  return literals;
}

function tokenSet(count, lengths) {
  return { salt, lengths, group: 4, tags: Array.from({ length: count }, () => tagOf(salt, randomBytes(20))) };
}

function base64Cores(text) {
  return [0, 1, 2].map((shift) => {
    const encoded = Buffer.from('\0'.repeat(shift) + text, 'latin1').toString('base64');
    return encoded.slice(Math.ceil((shift * 8) / 6), Math.floor(((shift + text.length) * 8) / 6));
  });
}

function wideForms(text) {
  return [Array.from(text, (char) => `${char}\0`).join(''), Array.from(text, (char) => `\0${char}`).join('')];
}
