import type { Peer, Setting } from './peer.ts';
import { defaultRules, linesOf } from './peer.ts';
import { submitPatternWithFlag } from './submit-pattern.ts';

const shared = {
  // 1: findings.
  statuses: [0, 1],
  count: (report: string): number => linesOf(report).length,
} satisfies Partial<Setting>;

export const ripsecrets: Peer = {
  name: 'ripsecrets',
  home: 'https://github.com/sirwart/ripsecrets',
  ways: [{ kind: 'cargo', name: 'ripsecrets', version: '0.1.11', program: 'ripsecrets' }],
  isSlow: false,
  notes: ['Its own rules cannot be turned off: the Submit rule comes on top of them. It leaves out hidden files and what `.gitignore` names.'],
  settings: [
    {
      rules: 'default + Submit rule',
      mustFind: true,
      command: ({ target }) => ({ args: ['--only-matching', '--additional-pattern', submitPatternWithFlag, target], prints: true }),
      ...shared,
    },
    { rules: defaultRules, mustFind: false, command: ({ target }) => ({ args: ['--only-matching', target], prints: true }), ...shared },
  ],
};
