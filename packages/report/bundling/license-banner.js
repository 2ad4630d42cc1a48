import { noticesOf } from '../../scanner/bundling/license-notices.js';

/**
 * A rolldown plugin that puts the licences of the packages that a script holds code of at its beginning, as every page is a copy of them, and
 * into `third-party-notices.json` besides, as a list.
 *
 * @returns {import('rolldown').Plugin}
 */
export function licenseBanner() {
  return {
    name: 'license-banner',
    generateBundle(_options, bundle) {
      const notices = noticesOf(bundle);
      for (const output of Object.values(bundle)) if (output.type === 'chunk') output.code = `/*!\n${notices.join('\n')}*/\n${output.code}`;
      this.emitFile({ type: 'asset', fileName: 'third-party-notices.json', source: JSON.stringify(notices) });
    },
  };
}
