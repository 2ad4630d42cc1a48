import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

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
      const modules = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
      const folders = new Set(modules.map(packageFolderOf).filter((folder) => folder !== undefined));
      const notices = [...folders].map(noticeOf).sort();
      this.emitFile({ type: 'asset', fileName: 'third-party-notices.txt', source: notices.join(`\n${'-'.repeat(80)}\n\n`) });
    },
  };
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
