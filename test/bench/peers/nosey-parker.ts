import type { Peer } from './peer.ts';

/** Known by name only: neither could be had to try, so that there are no settings for them that anybody has seen work. */
const shared = { isSlow: false, settings: [], notes: [] } satisfies Partial<Peer>;

export const noseyParker: Peer = {
  name: 'noseyparker',
  home: 'https://github.com/praetorian-inc/noseyparker',
  ways: [],
  ...shared,
};

export const titus: Peer = {
  name: 'titus',
  home: 'https://github.com/praetorian-inc/titus',
  ways: [{ kind: 'go', name: 'github.com/praetorian-inc/titus/cmd/titus', version: '1.2.3', program: 'titus' }],
  ...shared,
};
