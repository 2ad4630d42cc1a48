import type { Peer, Place, Setting } from './peer.ts';
import { defaultRules, submitRule } from './peer.ts';
import { submitPatternWithFlag, submitWords } from './submit-pattern.ts';

const config = `title = "Submit"

[[rules]]
id = "atomyx-submit-key"
description = "Atomyx Submit API key"
regex = '''${submitPatternWithFlag}'''
secretGroup = 1
keywords = ${JSON.stringify(submitWords)}
`;

const argsOf = ({ target, report }: Place): readonly string[] => [
  'dir', target, '--no-banner', '--log-level', 'error', '--exit-code', '0', '--report-format', 'json', '--report-path', report,
];

const shared = { statuses: [0], count: (report: string): number => (JSON.parse(report) as readonly unknown[]).length } satisfies Partial<Setting>;

export const gitleaks: Peer = {
  name: 'gitleaks',
  home: 'https://github.com/gitleaks/gitleaks',
  ways: [{ kind: 'go', name: 'github.com/zricethezav/gitleaks/v8', version: '8.30.1', program: 'gitleaks' }],
  isSlow: false,
  notes: ['With its default rules it leaves out pictures, fonts, lock files and some well-known libraries by name; with the Submit rule it reads everything.'],
  settings: [
    {
      rules: submitRule,
      mustFind: true,
      files: { 'gitleaks.toml': config },
      command: (place) => ({ args: [...argsOf(place), '--config', `${place.configs}/gitleaks.toml`] }),
      ...shared,
    },
    { rules: defaultRules, mustFind: false, command: (place) => ({ args: argsOf(place) }), ...shared },
  ],
};
