import type { Peer } from './peer.ts';
import { linesOf } from './peer.ts';

export const ripgrep: Peer = {
  name: 'ripgrep',
  home: 'https://github.com/BurntSushi/ripgrep',
  ways: [{ kind: 'apt', name: 'ripgrep', program: 'rg' }],
  isSlow: false,
  versionArgs: ['--version'],
  notes: ['The floor: it lists the files that hold one word, and decides nothing. Its findings are files.'],
  settings: [
    {
      rules: '`atomyx`',
      mustFind: true,
      command: ({ target }) => ({ args: ['-uuu', '-i', '-l', 'atomyx', target], prints: true }),
      // 1: no file holds the word.
      statuses: [0, 1],
      count: (report) => linesOf(report).length,
    },
  ],
};
