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
const bundler = 'packages/bundler/src';
const fleet = 'packages/fleet/src';
const fleetError = `${fleet}/errors`;

/** What every part of the scanner may know. */
const shared = ['packages/core/src', 'rules/src', `${scanner}/paths`];

/** Two files of the sources that only ask the file system; the policy's own files are read with their help. */
const files = /** @type {const} */ ([`${scanner}/sources/failure-reason.ts`, `${scanner}/sources/worktree/find-work-tree.ts`]);

/** What archives may come to; the configuration says so. */
const containerLimits = `${scanner}/containers/limits.ts`;

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
  // The page of a report: what it shows, the program that shows it in a browser, and the file that both are written into.
  'packages/report/src/model': { imports: [], node: [] },
  'packages/report/src/page': { imports: ['packages/report/src/model'], node: [] },
  'packages/report/src/documents': { imports: ['packages/report/src/model'], node: ['node:crypto', 'node:fs'] },
  'packages/eslint-plugin/src': { imports: ['packages/core/src', 'packages/dataflow/src', 'rules/src'], node: [...pure, 'node:path'] },

  // Source -> Blob -> Reader -> Fragment -> Detector -> Match -> Rule -> Finding -> Policy -> Reporter
  [`${scanner}/paths`]: { imports: [], node: ['node:buffer', 'node:path'] },
  [`${scanner}/encodings`]: { imports: [], node: pure },
  [`${scanner}/git`]: { imports: [`${scanner}/paths`] },
  // Blobs within blobs, on their way to the readers.
  [`${scanner}/containers`]: {
    imports: ['packages/core/src', `${scanner}/paths`, containerLimits], node: ['node:buffer', 'node:fs', 'node:stream', 'node:stream/web', 'node:zlib'],
  },
  [containerLimits]: { imports: [] },
  [`${scanner}/sources`]: { imports: [...shared, ...files, `${scanner}/git`] },
  // Asks for pages, unpacks what servers have compressed, and drives browsers; only an option that the user types leads here.
  [`${scanner}/sources/web`]: { imports: ['packages/core/src', files[0], `${scanner}/containers`] },
  [files[0]]: { imports: [] },
  [files[1]]: { imports: [`${scanner}/paths`] },
  [`${scanner}/readers`]: { imports: [...shared, `${scanner}/encodings`], node: [...pure, 'node:fs'] },
  // What the readers of images see, as text. The package that reads them is loaded where it is installed.
  [`${scanner}/pictures`]: { imports: ['packages/core/src', 'packages/screenshots/src'] },
  [`${scanner}/policies`]: { imports: [...shared, ...files] },
  // What a run may know from earlier ones.
  [`${scanner}/caches`]: { imports: ['packages/core/src', `${scanner}/policies`], node: [...pure, 'node:fs', 'node:os', 'node:path'] },
  [`${scanner}/configs`]: { imports: [...shared, ...files, containerLimits, `${scanner}/policies`] },
  // The one place that parses programs.
  [`${scanner}/programs`]: { imports: ['packages/core/src', 'packages/dataflow/src'], node: [...pure, 'node:child_process', 'node:fs', 'node:module', 'node:url', 'node:worker_threads'] },
  // What the files of test tools and the contracts of callbacks hold.
  [`${scanner}/structures`]: { imports: ['packages/core/src'], node: pure },
  [`${scanner}/known-keys`]: {
    imports: [...shared, ...files, `${scanner}/git`, `${scanner}/policies`, 'packages/prefilter/src'],
  },
  // Reads again what was found in, and the maps beside it.
  [`${scanner}/source-maps`]: { imports: [...shared, ...files, `${scanner}/known-keys`, `${scanner}/readers`] },
  [`${scanner}/pipeline`]: {
    imports: [
      ...shared,
      ...files,
      `${scanner}/caches`,
      `${scanner}/configs`,
      `${scanner}/containers`,
      containerLimits,
      `${scanner}/encodings`,
      `${scanner}/git`,
      `${scanner}/known-keys`,
      `${scanner}/pictures`,
      `${scanner}/policies`,
      `${scanner}/programs`,
      `${scanner}/readers`,
      `${scanner}/source-maps`,
      `${scanner}/sources`,
      `${scanner}/structures`,
      `${scanner}/sources/web`,
      'packages/prefilter/src',
    ],
  },
  // A use of the pipeline besides reports: keys are taken out of what passes by.
  [`${scanner}/redactions`]: {
    imports: [...shared, ...files, `${scanner}/configs`, `${scanner}/containers`, `${scanner}/encodings`, `${scanner}/pipeline`, `${scanner}/readers`],
    node: ['node:buffer', 'node:crypto', 'node:fs', 'node:fs/promises', 'node:path', 'node:stream/promises', 'node:string_decoder', 'node:zlib'],
  },
  // Another one: logs are scanned while they are written.
  [`${scanner}/follows`]: {
    imports: [...shared, ...files, `${scanner}/configs`, `${scanner}/containers`, `${scanner}/encodings`, `${scanner}/pipeline`, `${scanner}/policies`, `${scanner}/readers`, `${scanner}/sources`],
    node: ['node:buffer', 'node:fs', 'node:path', 'node:timers/promises'],
  },
  [`${scanner}/hooks`]: { imports: [...shared, ...files, `${scanner}/git`, `${scanner}/policies`] },
  [`${scanner}/gates`]: { imports: [...shared, ...files, `${scanner}/git`, `${scanner}/pipeline`, `${scanner}/policies`] },
  // The one place that sends keys; only a command that the user types leads here.
  [`${scanner}/verification`]: { imports: ['packages/core/src', files[0]] },
  [`${scanner}/terminals`]: { imports: [] },
  // A reporter sees a report, and nothing of where it comes from.
  [`${scanner}/reporters`]: { imports: ['packages/core/src', 'packages/report/src', 'rules/src'], node: [...pure, 'node:url'] },
  // The way to the package for many repositories, where it is installed.
  [`${scanner}/fleets`]: { imports: ['packages/core/src'], node: [] },
  // Reports again, of what reporters wrote earlier or a fleet has kept.
  [`${scanner}/results`]: { imports: [...shared, ...files, `${scanner}/fleets`], node: ['node:fs', 'node:fs/promises', 'node:path'] },
  // Answers browsers of this machine; only a command that the user types leads here.
  [`${scanner}/serving`]: { imports: [], node: ['node:buffer', 'node:crypto', 'node:http', 'node:net'] },
  [`${scanner}/commands`]: {
    imports: [
      ...shared,
      ...files,
      `${scanner}/configs`,
      `${scanner}/fleets`,
      `${scanner}/follows`,
      `${scanner}/gates`,
      `${scanner}/git`,
      `${scanner}/hooks`,
      `${scanner}/known-keys`,
      `${scanner}/pictures`,
      `${scanner}/pipeline`,
      `${scanner}/policies`,
      `${scanner}/redactions`,
      `${scanner}/reporters`,
      `${scanner}/results`,
      `${scanner}/serving`,
      `${scanner}/sources`,
      `${scanner}/terminals`,
      `${scanner}/verification`,
      'packages/report/src',
    ],
  },

  // Settings and outputs of a build -> leaks and their origins -> guard -> hooks of bundlers.
  [`${bundler}/builds`]: { imports: [], node: [] },
  [`${bundler}/settings`]: { imports: [], node: [] },
  [`${bundler}/leaks`]: { imports: ['packages/core/src', 'rules/src', `${bundler}/builds`], node: [] },
  [`${bundler}/origins`]: { imports: ['packages/core/src', scanner, `${bundler}/builds`], node: ['node:buffer', 'node:fs', 'node:path', 'node:url'] },
  [`${bundler}/guards`]: {
    imports: ['packages/core/src', 'rules/src', scanner, `${bundler}/builds`, `${bundler}/leaks`, `${bundler}/origins`, `${bundler}/settings`],
    node: ['node:path'],
  },
  [`${bundler}/bundlers`]: {
    imports: [`${bundler}/builds`, `${bundler}/guards`, `${bundler}/leaks`, `${bundler}/origins`, `${bundler}/settings`],
    node: ['node:buffer', 'node:fs', 'node:module', 'node:path'],
  },

  // Targets -> cost -> jobs -> results -> store; engines hand the jobs out, pools carry them out.
  [fleetError]: { imports: [], node: [] },
  [`${fleet}/targets`]: { imports: [scanner] },
  // Asks services for their lists of repositories; only an option that the user types leads here.
  [`${fleet}/forges`]: { imports: [scanner, fleetError, `${fleet}/targets`], node: ['node:timers/promises'] },
  [`${fleet}/mirrors`]: { imports: [scanner, fleetError, `${fleet}/targets`] },
  [`${fleet}/caches`]: { imports: [scanner, `${fleet}/queues`] },
  // Asks object stores.
  [`${fleet}/buckets`]: { imports: [scanner, fleetError, `${fleet}/targets`], node: ['node:crypto', 'node:timers/promises'] },
  [`${fleet}/jobs`]: { imports: [scanner, fleetError, `${fleet}/buckets`, `${fleet}/mirrors`, `${fleet}/targets`], node: [] },
  [`${fleet}/pools`]: { imports: [scanner, fleetError, `${fleet}/jobs`, `${fleet}/mirrors`] },
  // The one part that talks to Redis, with the cache in it.
  [`${fleet}/queues`]: { imports: [scanner, fleetError, `${fleet}/jobs`, `${fleet}/pools`, `${fleet}/targets`] },
  [`${fleet}/engines`]: { imports: [scanner, fleetError, `${fleet}/jobs`, `${fleet}/pools`, `${fleet}/queues`, `${fleet}/targets`] },
  [`${fleet}/stores`]: { imports: ['packages/core/src', scanner, fleetError, `${fleet}/jobs`, `${fleet}/targets`] },
  [`${fleet}/coordinators`]: { imports: [scanner, `${fleet}/engines`, `${fleet}/jobs`, `${fleet}/stores`, `${fleet}/targets`] },
  [`${fleet}/terminals`]: { imports: [scanner, `${fleet}/engines`, `${fleet}/stores`] },
  [`${fleet}/commands`]: {
    imports: [
      'packages/core/src', scanner, fleetError, `${fleet}/caches`, `${fleet}/coordinators`, `${fleet}/engines`, `${fleet}/forges`, `${fleet}/jobs`, `${fleet}/mirrors`, `${fleet}/pools`, `${fleet}/queues`,
      `${fleet}/stores`, `${fleet}/targets`, `${fleet}/terminals`,
    ],
  },
};
