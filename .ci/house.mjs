/**
 * What each folder may import. Keys are folders of sources; the longest key that a file lies under is its zone. A file may import its
 * own zone and the zones listed. `node` lists the built-in modules a zone may use, without it all; `workspace packages` are named by
 * their `src` folder. Checked by `checks/import-direction.mjs`: a folder that is missing here fails it.
 *
 * @typedef {{ readonly imports: readonly string[], readonly node?: readonly string[] }} Zone
 */

/** No files, no processes, no network: what these packages decide depends on nothing but their arguments. */
const pure = ['node:buffer', 'node:crypto', 'node:util'];

const scanner = 'packages/scanner/src';

/** What every part of the scanner may know. */
const shared = ['packages/core/src', 'rules/src', `${scanner}/paths`];

/** Two files of the sources that only ask the file system; the policy's own files are read with their help. */
const files = /** @type {const} */ ([`${scanner}/sources/failure-reason.ts`, `${scanner}/sources/worktree/find-work-tree.ts`]);

/** @type {Readonly<Record<string, Zone>>} */
export const house = {
  'rules/src': { imports: [], node: pure },
  // Runs at build time and is not published.
  'rules/src/generator': { imports: ['rules/src'] },
  'packages/prefilter/src': { imports: [], node: [...pure, 'node:fs'] },
  'packages/core/src': { imports: ['rules/src'], node: pure },
  'packages/dataflow/src': { imports: ['packages/core/src'], node: pure },
  // Reads what is installed beside it, and no image by itself; no network.
  'packages/screenshots/src': { imports: [], node: [...pure, 'node:fs', 'node:module', 'node:worker_threads', 'node:zlib'] },
  'packages/eslint-plugin/src': { imports: ['packages/core/src', 'packages/dataflow/src', 'rules/src'], node: [...pure, 'node:path'] },

  // Source -> Blob -> Reader -> Fragment -> Detector -> Match -> Rule -> Finding -> Policy -> Reporter
  [`${scanner}/paths`]: { imports: [], node: ['node:buffer', 'node:path'] },
  [`${scanner}/encodings`]: { imports: [], node: pure },
  [`${scanner}/git`]: { imports: [`${scanner}/paths`] },
  [`${scanner}/sources`]: { imports: [...shared, ...files, `${scanner}/git`] },
  [files[0]]: { imports: [] },
  [files[1]]: { imports: [`${scanner}/paths`] },
  [`${scanner}/readers`]: { imports: [...shared, `${scanner}/encodings`], node: [...pure, 'node:fs'] },
  // What the readers of images see, as text. The package that reads them is loaded where it is installed.
  [`${scanner}/pictures`]: { imports: ['packages/core/src', 'packages/screenshots/src'] },
  [`${scanner}/policies`]: { imports: [...shared, ...files] },
  // What a run may know from earlier ones.
  [`${scanner}/caches`]: { imports: ['packages/core/src', `${scanner}/policies`], node: [...pure, 'node:fs', 'node:os', 'node:path'] },
  [`${scanner}/configs`]: { imports: [...shared, ...files, `${scanner}/policies`] },
  // The one place that parses programs.
  [`${scanner}/programs`]: { imports: ['packages/core/src', 'packages/dataflow/src'], node: [...pure, 'node:child_process', 'node:fs', 'node:module', 'node:url', 'node:worker_threads'] },
  [`${scanner}/known-keys`]: {
    imports: [...shared, ...files, `${scanner}/git`, `${scanner}/policies`, 'packages/prefilter/src'],
  },
  [`${scanner}/pipeline`]: {
    imports: [
      ...shared,
      ...files,
      `${scanner}/caches`,
      `${scanner}/configs`,
      `${scanner}/encodings`,
      `${scanner}/git`,
      `${scanner}/known-keys`,
      `${scanner}/pictures`,
      `${scanner}/policies`,
      `${scanner}/programs`,
      `${scanner}/readers`,
      `${scanner}/sources`,
      'packages/prefilter/src',
    ],
  },
  [`${scanner}/hooks`]: { imports: [...shared, ...files, `${scanner}/git`, `${scanner}/policies`] },
  [`${scanner}/gates`]: { imports: [...shared, ...files, `${scanner}/git`, `${scanner}/pipeline`, `${scanner}/policies`] },
  // The one place that sends anything; only a command that the user types leads here.
  [`${scanner}/verification`]: { imports: ['packages/core/src', files[0]] },
  [`${scanner}/terminals`]: { imports: [] },
  // A reporter sees a report, and nothing of where it comes from.
  [`${scanner}/reporters`]: { imports: ['packages/core/src', 'rules/src'], node: [...pure, 'node:url'] },
  [`${scanner}/commands`]: {
    imports: [
      ...shared,
      ...files,
      `${scanner}/configs`,
      `${scanner}/gates`,
      `${scanner}/git`,
      `${scanner}/hooks`,
      `${scanner}/known-keys`,
      `${scanner}/pictures`,
      `${scanner}/pipeline`,
      `${scanner}/policies`,
      `${scanner}/reporters`,
      `${scanner}/sources`,
      `${scanner}/terminals`,
      `${scanner}/verification`,
    ],
  },
};
