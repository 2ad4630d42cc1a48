import { statSync } from 'node:fs';
import type { Peer, Place, Setting } from './peer.ts';
import { defaultRules, submitRule } from './peer.ts';
import { submitPattern } from './submit-pattern.ts';

// A group without a name is not masked in its reports.
const named = submitPattern.replace('([A-Za-z0-9', '(?<key>[A-Za-z0-9').replaceAll('/', '\\/');

const configs = {
  submit: JSON.stringify({
    rules: [{ id: '@secretlint/secretlint-rule-pattern', options: { patterns: [{ name: 'Atomyx Submit API key', patterns: [`/${named}/i`] }] } }],
  }),
  default: JSON.stringify({ rules: [{ id: '@secretlint/secretlint-rule-preset-recommend' }] }),
};

function argsOf({ target, report, configs: folder }: Place, config: string): readonly string[] {
  const files = statSync(target).isDirectory() ? `${target}/**/*` : target;
  return [files, '--secretlintrc', `${folder}/${config}`, '--no-gitignore', '--format', 'json', '--output', report];
}

const shared = {
  // 1: findings.
  statuses: [0, 1],
  count: (report: string): number =>
    (JSON.parse(report) as readonly { messages: readonly unknown[] }[]).reduce((sum, { messages }) => sum + messages.length, 0),
} satisfies Partial<Setting>;

export const secretlint: Peer = {
  name: 'secretlint',
  home: 'https://github.com/secretlint/secretlint',
  ways: [
    {
      kind: 'npm',
      name: 'secretlint',
      version: '13.0.6',
      with: ['@secretlint/secretlint-rule-pattern@13.0.6', '@secretlint/secretlint-rule-preset-recommend@13.0.7'],
      program: 'secretlint',
    },
  ],
  isSlow: true,
  notes: [],
  settings: [
    {
      rules: submitRule,
      mustFind: true,
      files: { 'submit.json': configs.submit },
      // Rules are looked for from the working directory.
      command: (place) => ({ args: argsOf(place, 'submit.json'), cwd: place.folder }),
      ...shared,
    },
    {
      rules: defaultRules,
      mustFind: false,
      files: { 'default.json': configs.default },
      command: (place) => ({ args: argsOf(place, 'default.json'), cwd: place.folder }),
      ...shared,
    },
  ],
};
