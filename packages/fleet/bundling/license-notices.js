import { noticesOf } from '../../scanner/bundling/license-notices.js';

/**
 * A rolldown plugin that writes `third-party-notices.txt`, as the licences of what is bundled ask for.
 *
 * @returns {import('rolldown').Plugin}
 */
export function licenseNotices() {
  return {
    name: 'license-notices',
    generateBundle(_options, bundle) {
      this.emitFile({ type: 'asset', fileName: 'third-party-notices.txt', source: noticesOf(bundle).join(`\n${'-'.repeat(80)}\n\n`) });
    },
  };
}
