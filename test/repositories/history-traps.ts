import { lineWith, makeKey } from './trap-repository.ts';
import type { Trap } from './traps.ts';

/** Traps that lie in which commits there are and how they hang together. */
export const historyTraps: readonly Trap[] = [
  {
    title: 'content that only a merge commit has',
    build(repository) {
      const key = makeKey();
      repository.git('checkout', '--quiet', '-b', 'side');
      repository.write('side.txt', 'side\n');
      repository.commit('Side');
      repository.git('checkout', '--quiet', 'main');
      repository.write('main.txt', 'main\n');
      repository.commit('Main');
      repository.git('merge', '--quiet', '--no-commit', 'side');
      repository.write('merged.env', lineWith(key));
      repository.plant(key, 'merged.env', { commit: repository.commit('Merge') });
    },
  },
  {
    title: 'a file that the resolution of a conflict changed',
    build(repository) {
      const key = makeKey();
      repository.git('checkout', '--quiet', '-b', 'side');
      repository.write('both.env', 'MODE=side\n');
      repository.commit('Side');
      repository.git('checkout', '--quiet', 'main');
      repository.write('both.env', 'MODE=main\n');
      repository.commit('Main');
      try {
        repository.git('merge', '--quiet', 'side');
      } catch {
        // It conflicts.
      }
      repository.write('both.env', `MODE=both\n${lineWith(key)}`);
      repository.plant(key, 'both.env', { commit: repository.commit('Merge') });
    },
  },
  {
    title: 'added in one commit and removed in the next',
    build(repository) {
      const key = makeKey();
      repository.write('oops.env', lineWith(key));
      repository.plant(key, 'oops.env', { commit: repository.commit('Add') });
      repository.remove('oops.env');
      repository.commit('Remove');
    },
  },
  {
    title: 'an octopus merge',
    build(repository) {
      const key = makeKey();
      for (const name of ['one', 'two', 'three']) {
        repository.git('checkout', '--quiet', '-b', name, 'start');
        repository.write(`${name}.txt`, `${name}\n`);
        repository.commit(name);
      }
      repository.git('checkout', '--quiet', 'main');
      repository.git('merge', '--quiet', '--no-commit', 'one', 'two', 'three');
      repository.write('octopus.env', lineWith(key));
      repository.plant(key, 'octopus.env', { commit: repository.commit('Merge all') });
    },
  },
  {
    title: 'a rename with an edit',
    build(repository) {
      const old = makeKey();
      const key = makeKey();
      const filler = Array.from({ length: 60 }, (_, number) => `SETTING_${number}=value ${number}\n`).join('');
      repository.write('a.env', filler + lineWith(old));
      repository.plant(old, 'a.env', { commit: repository.commit('Add') });
      repository.git('mv', 'a.env', 'b.env');
      repository.write('b.env', filler + lineWith(old) + lineWith(key));
      const commit = repository.commit('Rename');
      repository.plant(key, 'b.env', { commit });
      repository.plant(old, 'b.env', { commit, inRange: false });
    },
  },
  {
    title: 'a key that a revert brings back',
    build(repository) {
      const key = makeKey();
      repository.write('back.env', lineWith(key));
      repository.plant(key, 'back.env', { commit: repository.commit('Add') });
      repository.remove('back.env');
      repository.commit('Remove');
      repository.git('branch', '--force', 'start');
      repository.git('revert', '--no-edit', 'HEAD');
    },
  },
  {
    title: 'the message of a commit',
    build(repository) {
      const key = makeKey();
      const commit = repository.commit(`Use the new key\n\nATOMYX_SUBMIT_API_KEY=${key}`);
      repository.plant(key, `commit:${commit}`, { commit });
    },
  },
  {
    title: 'the name of an author',
    build(repository) {
      const key = makeKey();
      repository.git('-c', `user.name=atomyx_submit_api_key=${key}`, 'commit', '--quiet', '--allow-empty', '--message', 'Odd author', '--author', `atomyx_submit_api_key=${key} <a@example.com>`);
      const commit = repository.head();
      repository.plant(key, `commit:${commit}`, { commit });
    },
  },
  {
    title: 'the message of a tag',
    build(repository) {
      const key = makeKey();
      const commit = repository.commit('Release');
      repository.git('tag', '--annotate', 'v1.0', '--message', `Key for the smoke test: ATOMYX_SUBMIT_API_KEY=${key}`);
      repository.plant(key, 'tag:v1.0', { commit });
    },
  },
  {
    title: 'a note',
    build(repository) {
      const key = makeKey();
      const commit = repository.commit('Noted');
      repository.git('notes', 'add', '--message', `ATOMYX_SUBMIT_API_KEY=${key}`);
      repository.plant(key, `note:${commit}`, { commit: repository.git('rev-parse', 'refs/notes/commits') });
    },
  },
  {
    title: 'the index in a stash, and an untracked file in it',
    build(repository) {
      const staged = makeKey();
      const untracked = makeKey();
      repository.write('staged.env', lineWith(staged));
      repository.git('add', 'staged.env');
      repository.write('staged.env', 'MODE=clean\n');
      repository.write('untracked.env', lineWith(untracked));
      repository.git('stash', 'push', '--quiet', '--include-untracked');
      repository.plant(staged, 'staged.env', { commit: repository.git('rev-parse', 'stash@{0}^2'), inRange: false });
      repository.plant(untracked, 'untracked.env', { commit: repository.git('rev-parse', 'stash@{0}^3'), inRange: false });
    },
  },
  {
    title: 'a commit that only a reflog still knows',
    build(repository) {
      const key = makeKey();
      repository.write('gone.env', lineWith(key));
      repository.plant(key, 'gone.env', { commit: repository.commit('Gone'), inRange: false });
      repository.git('reset', '--quiet', '--hard', 'start');
    },
  },
  {
    title: 'a commit and a blob that nothing knows any more',
    build(repository) {
      const committed = makeKey();
      const loose = makeKey();
      repository.write('gone.env', lineWith(committed));
      repository.plant(committed, 'gone.env', { commit: repository.commit('Gone'), inRange: false });
      repository.git('reset', '--quiet', '--hard', 'start');
      repository.git('reflog', 'expire', '--expire=now', '--all');
      const blob = repository.gitWith({ input: lineWith(loose) }, 'hash-object', '-w', '--stdin');
      repository.plant(loose, `blob:${blob}`, { inRange: false });
    },
  },
  {
    title: 'what is staged and in no commit',
    build(repository) {
      const key = makeKey();
      repository.write('staged.env', lineWith(key));
      repository.git('add', 'staged.env');
      repository.plant(key, 'staged.env', { inRange: false });
    },
  },
  {
    title: 'a linked work tree',
    build(repository) {
      const key = makeKey();
      repository.git('worktree', 'add', '--quiet', '--detach', `${repository.folder}-linked`);
      repository.gitWith({}, '-C', `${repository.folder}-linked`, 'commit', '--quiet', '--allow-empty', '--message', `ATOMYX_SUBMIT_API_KEY=${key}`);
      const commit = repository.git('-C', `${repository.folder}-linked`, 'rev-parse', 'HEAD');
      repository.plant(key, `commit:${commit}`, { commit, inRange: false });
    },
  },
];
