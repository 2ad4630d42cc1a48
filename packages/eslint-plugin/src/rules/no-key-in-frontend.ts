import { exposures, rangeOf } from '@submit-guard/dataflow';
import { createRule } from '../create-rule.ts';

interface Options {
  readonly environmentReads: boolean;
}

export const noKeyInFrontend = createRule<Options>('no-key-in-frontend', {
  options: {
    environmentReads: {
      type: 'boolean',
      description: 'Whether environment variables that are named for a Submit key are reported where browser code or a public prefix exposes them.',
    },
  },
  defaults: { environmentReads: true },
  *check(file, { environmentReads }) {
    for (const match of file.matchesFor('no-key-in-frontend')) yield { range: match, data: match.data };
    if (!file.analysis || !environmentReads) return;
    const nextConfig = /(?:^|\/)next\.config\.\w+$/.test(file.path);
    for (const node of exposures(file.analysis, { isBrowser: () => file.surface === 'frontend', nextConfig })) yield { range: rangeOf(node) };
  },
});
