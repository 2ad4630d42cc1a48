import type { Peer, Place, Setting } from './peer.ts';
import { defaultRules, linesOf, submitRule } from './peer.ts';
import { submitPatternWithFlag, submitWords } from './submit-pattern.ts';

// JSON is YAML, too.
const config = JSON.stringify({ detectors: [{ name: 'atomyx-submit-key', keywords: submitWords, regex: { key: submitPatternWithFlag } }] });

const argsOf = ({ target }: Place): readonly string[] => ['filesystem', target, '--no-verification', '--no-update', '--json', '--log-level', '-1'];

const shared = {
  statuses: [0],
  count: (report: string): number => linesOf(report).filter((line) => 'DetectorName' in (JSON.parse(line) as object)).length,
} satisfies Partial<Setting>;

export const trufflehog: Peer = {
  name: 'trufflehog',
  home: 'https://github.com/trufflesecurity/trufflehog',
  // The packages of that name in the registries of Python and Node are other programs.
  ways: [
    { kind: 'go', name: 'github.com/trufflesecurity/trufflehog/v3', version: '3.90.8', program: 'trufflehog' },
    { kind: 'path', program: 'trufflehog' },
  ],
  isSlow: false,
  versionArgs: ['--version'],
  notes: ['Verification is off: nothing is sent anywhere.'],
  settings: [
    {
      rules: submitRule,
      mustFind: true,
      files: { 'trufflehog.yml': config },
      command: (place) => ({ args: [...argsOf(place), '--config', `${place.configs}/trufflehog.yml`, '--include-detectors', 'CustomRegex'], prints: true }),
      ...shared,
    },
    { rules: defaultRules, mustFind: false, command: (place) => ({ args: argsOf(place), prints: true }), ...shared },
  ],
};
