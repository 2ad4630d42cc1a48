import type { Peer, Place, Setting } from './peer.ts';
import { defaultRules, linesOf, submitRule } from './peer.ts';
import { submitPatternWithFlag } from './submit-pattern.ts';

// JSON is YAML, too.
const rule = JSON.stringify({
  rules: [{ name: 'Atomyx Submit API key', id: 'custom.atomyx.1', pattern: submitPatternWithFlag, min_entropy: 2, confidence: 'medium', examples: [] }],
});

const argsOf = ({ target, report, configs }: Place): readonly string[] => [
  '--quiet', '--no-update-check', 'scan', target, '--no-validate', '--max-file-size', '0', '--rule-cache-dir', `${configs}/cache`,
  '--format', 'jsonl', '--output', report,
];

const shared = {
  // 200: findings.
  statuses: [0, 200],
  count: (report: string): number => linesOf(report).filter((line) => 'finding' in (JSON.parse(line) as object)).length,
} satisfies Partial<Setting>;

export const kingfisher: Peer = {
  name: 'kingfisher',
  home: 'https://github.com/mongodb/kingfisher',
  ways: [{ kind: 'pip', name: 'kingfisher-bin', version: '2.14.0', program: 'kingfisher' }],
  isSlow: false,
  notes: ['Its compiled rules are cached before the first measured run. It looks into archives and decodes base64 by default, as submit-guard does.'],
  settings: [
    {
      rules: submitRule,
      mustFind: true,
      files: { 'kingfisher.yml': rule },
      command: (place) => ({ args: [...argsOf(place), '--load-builtins', 'false', '--rules-path', `${place.configs}/kingfisher.yml`] }),
      ...shared,
    },
    { rules: defaultRules, mustFind: false, command: (place) => ({ args: argsOf(place) }), ...shared },
  ],
};
