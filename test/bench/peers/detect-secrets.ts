import { dirname } from 'node:path';
import type { Peer, Place, Setting } from './peer.ts';
import { defaultRules, submitRule } from './peer.ts';
import { submitPatternWithFlag } from './submit-pattern.ts';

const plugin = `import re

from detect_secrets.plugins.base import RegexBasedDetector


class SubmitDetector(RegexBasedDetector):
    secret_type = 'Atomyx Submit API key'
    denylist = [re.compile(${JSON.stringify(submitPatternWithFlag)})]
`;

/** All that come with version 1.5.0. */
const ownPlugins = [
  'ArtifactoryDetector', 'AWSKeyDetector', 'AzureStorageKeyDetector', 'BasicAuthDetector', 'CloudantDetector', 'DiscordBotTokenDetector',
  'GitHubTokenDetector', 'GitLabTokenDetector', 'Base64HighEntropyString', 'HexHighEntropyString', 'IbmCloudIamDetector', 'IbmCosHmacDetector',
  'IPPublicDetector', 'JwtTokenDetector', 'KeywordDetector', 'MailchimpDetector', 'NpmDetector', 'OpenAIDetector', 'PrivateKeyDetector',
  'PypiTokenDetector', 'SendGridDetector', 'SlackDetector', 'SoftlayerDetector', 'SquareOAuthDetector', 'StripeDetector',
  'TelegramBotTokenDetector', 'TwilioKeyDetector',
];

/** It reads nothing outside of the working directory, and nothing at all where that is `/`. */
const argsOf = ({ target }: Place): readonly string[] => ['scan', '--all-files', '--no-verify', target];

const shared = {
  statuses: [0],
  count: (report: string): number =>
    Object.values((JSON.parse(report) as { results: Readonly<Record<string, readonly unknown[]>> }).results).reduce((sum, found) => sum + found.length, 0),
} satisfies Partial<Setting>;

export const detectSecrets: Peer = {
  name: 'detect-secrets',
  home: 'https://github.com/Yelp/detect-secrets',
  ways: [{ kind: 'pip', name: 'detect-secrets', version: '1.5.0', program: 'detect-secrets' }],
  isSlow: true,
  notes: ['Verification is off: nothing is sent anywhere. It works with several processes; the memory is that of the largest one.'],
  settings: [
    {
      rules: submitRule,
      mustFind: true,
      files: { 'submit_detector.py': plugin },
      command: (place) => ({
        args: [...argsOf(place), '--plugin', `${place.configs}/submit_detector.py`, ...ownPlugins.flatMap((name) => ['--disable-plugin', name])],
        cwd: dirname(place.target),
        prints: true,
      }),
      ...shared,
    },
    { rules: defaultRules, mustFind: false, command: (place) => ({ args: argsOf(place), cwd: dirname(place.target), prints: true }), ...shared },
  ],
};
