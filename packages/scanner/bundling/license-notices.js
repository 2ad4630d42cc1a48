import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Notices of the code in the page of a report, which is in the bundle as a text. Written by the bundle of the page. */
const ofPage = new URL('../../report/dist/page/third-party-notices.json', import.meta.url);

/**
 * A rolldown plugin that writes `third-party-notices.txt`: the names, versions and licence texts of the packages that
 * the bundle holds code of. Their licences ask for it.
 *
 * @returns {import('rolldown').Plugin}
 */
export function licenseNotices() {
  return {
    name: 'license-notices',
    generateBundle(_options, bundle) {
      const notices = [...new Set([...noticesOf(bundle), ...JSON.parse(readFileSync(ofPage, 'utf8'))])].sort();
      this.emitFile({ type: 'asset', fileName: 'third-party-notices.txt', source: notices.join(`\n${'-'.repeat(80)}\n\n`) });
    },
  };
}

/**
 * The notices of the packages that a bundle holds code of, in the order of their names.
 *
 * @param {import('rolldown').OutputBundle} bundle
 * @returns {string[]}
 */
export function noticesOf(bundle) {
  const modules = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
  const folders = new Set(modules.map(packageFolderOf).filter((folder) => folder !== undefined));
  return [...folders].map(noticeOf).sort();
}

/**
 * @param {string} module path of a module
 * @returns {string | undefined} folder of the installed package that the module is from; none for a module of this workspace
 */
function packageFolderOf(module) {
  return /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+(?=[\\/])/.exec(module)?.[0];
}

/**
 * @param {string} folder
 * @returns {string}
 */
function noticeOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e(\.(md|txt))?$/i.test(entry));
  if (file === undefined) return `${name} ${version}: ${license}\n`;
  return `${name} ${version}: ${license}\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
}
