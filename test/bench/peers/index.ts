import { betterleaks } from './betterleaks.ts';
import { detectSecrets } from './detect-secrets.ts';
import { eslintPluginNoSecrets } from './eslint-plugin-no-secrets.ts';
import { gitleaks } from './gitleaks.ts';
import { kingfisher } from './kingfisher.ts';
import { noseyParker, titus } from './nosey-parker.ts';
import type { Peer } from './peer.ts';
import { ripgrep } from './ripgrep.ts';
import { ripsecrets } from './ripsecrets.ts';
import { secretlint } from './secretlint.ts';
import { trufflehog } from './trufflehog.ts';

export const peers: readonly Peer[] = [
  ripgrep,
  gitleaks,
  betterleaks,
  trufflehog,
  kingfisher,
  noseyParker,
  titus,
  ripsecrets,
  secretlint,
  detectSecrets,
  eslintPluginNoSecrets,
];
