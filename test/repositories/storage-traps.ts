import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lineWith, makeKey } from './trap-repository.ts';
import type { Trap } from './traps.ts';

/** Traps that lie in how objects are stored. */
export const storageTraps: readonly Trap[] = [
  {
    title: 'SHA-256 objects',
    init: ['--object-format=sha256'],
    build(repository) {
      const key = makeKey();
      repository.write('a.env', lineWith(key));
      repository.plant(key, 'a.env', { commit: repository.commit('Add') });
      repository.git('tag', '--annotate', 'v1', '--message', 'clean');
    },
  },
  {
    title: 'packed and loose objects',
    build(repository) {
      const keys = [makeKey(), makeKey(), makeKey()];
      for (const [index, key] of keys.entries()) {
        repository.write('a.env', `${'# filler\n'.repeat(100)}${lineWith(key)}`);
        repository.plant(key, 'a.env', { commit: repository.commit(`Key ${index}`) });
        if (index === 0) repository.git('repack', '--quiet', '-d');
        if (index === 1) repository.git('repack', '--quiet', '-a', '-d', '--depth=50');
      }
    },
  },
  {
    title: 'objects of an alternate',
    build(repository) {
      const key = makeKey();
      const other = `${repository.folder}-alternate.git`;
      execFileSync('git', ['init', '--quiet', '--bare', other]);
      const blob = execFileSync('git', ['hash-object', '-w', '--stdin'], { cwd: other, input: lineWith(key), encoding: 'utf8' }).trim();
      mkdirSync(join(repository.folder, '.git/objects/info'), { recursive: true });
      writeFileSync(join(repository.folder, '.git/objects/info/alternates'), `${other}/objects\n`);
      repository.git('update-index', '--add', '--cacheinfo', `100644,${blob},a.env`);
      repository.git('commit', '--quiet', '--message', 'Add');
      repository.plant(key, 'a.env', { commit: repository.head() });
    },
  },
  {
    title: 'an object that is replaced by a clean one',
    build(repository) {
      const key = makeKey();
      repository.write('a.env', lineWith(key));
      repository.plant(key, 'a.env', { commit: repository.commit('Add') });
      const clean = repository.gitWith({ input: 'MODE=clean\n' }, 'hash-object', '-w', '--stdin');
      repository.git('replace', repository.git('rev-parse', 'HEAD:a.env'), clean);
    },
  },
  {
    title: 'a commit that a graft hides',
    build(repository) {
      const key = makeKey();
      repository.write('a.env', lineWith(key));
      repository.plant(key, 'a.env', { commit: repository.commit('Add') });
      repository.remove('a.env');
      const last = repository.commit('Remove');
      writeFileSync(join(repository.folder, '.git/info/grafts'), `${last} ${repository.git('rev-parse', 'start')}\n`);
    },
  },
  {
    title: 'a blob that is longer than what is read at once',
    build(repository) {
      const key = makeKey();
      repository.write('long.log', `${'an ordinary line of a log\n'.repeat(700_000)}${lineWith(key)}`);
      repository.plant(key, 'long.log', { commit: repository.commit('Add') });
    },
  },
];
