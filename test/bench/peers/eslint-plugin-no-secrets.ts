import { dirname } from 'node:path';
import type { Peer, Place, Setting } from './peer.ts';
import { defaultRules, submitRule } from './peer.ts';
import { submitPattern } from './submit-pattern.ts';

function configOf(rule: string): string {
  return `import noSecrets from 'eslint-plugin-no-secrets';

export default [
  { files: ['**/*.{js,mjs,cjs}'], linterOptions: { noInlineConfig: true }, plugins: { 'no-secrets': noSecrets }, rules: { ${rule} } },
];
`;
}

/** With a configuration from elsewhere, ESLint reads nothing outside of the working directory. */
const argsOf = ({ target, report, folder }: Place, config: string): readonly string[] => [
  target, '--config', `${folder}/${config}`, '--no-ignore', '--no-warn-ignored', '--no-error-on-unmatched-pattern', '--format', 'json', '--output-file', report,
];

interface LintedFile {
  readonly messages: readonly { readonly ruleId: string | null }[];
}

const shared = {
  // 1: findings, or a file that does not parse.
  statuses: [0, 1],
  count: (report: string): number =>
    (JSON.parse(report) as readonly LintedFile[]).flatMap(({ messages }) => messages).filter(({ ruleId }) => ruleId?.startsWith('no-secrets/')).length,
} satisfies Partial<Setting>;

export const eslintPluginNoSecrets: Peer = {
  name: 'eslint-plugin-no-secrets',
  home: 'https://github.com/nickdeis/eslint-plugin-no-secrets',
  ways: [{ kind: 'npm', name: 'eslint-plugin-no-secrets', version: '2.3.3', with: ['eslint@10.15.0'], program: 'eslint' }],
  isSlow: true,
  notes: ['It reads JavaScript files only, so that the bytes per second, which count all files, flatter it.'],
  settings: [
    {
      rules: submitRule,
      mustFind: true,
      ownFiles: {
        'submit.config.mjs': configOf(`'no-secrets/no-pattern-match': ['error', { patterns: { Submit: new RegExp(${JSON.stringify(submitPattern)}, 'i') } }]`),
      },
      command: (place) => ({ args: argsOf(place, 'submit.config.mjs'), cwd: dirname(place.target) }),
      ...shared,
    },
    {
      rules: defaultRules,
      mustFind: false,
      ownFiles: { 'default.config.mjs': configOf(`'no-secrets/no-secrets': 'error'`) },
      command: (place) => ({ args: argsOf(place, 'default.config.mjs'), cwd: dirname(place.target) }),
      ...shared,
    },
  ],
};
