import { lineWith, makeKey } from './trap-repository.ts';
import type { Trap } from './traps.ts';

/** Traps that lie in what is committed. */
export const contentTraps: readonly Trap[] = [
  {
    title: 'line ends that git converts',
    build(repository) {
      const key = makeKey();
      repository.write('.gitattributes', '*.env text eol=crlf\n');
      repository.write('windows.env', `MODE=x\r\n${lineWith(key).trimEnd()}\r\n`);
      repository.plant(key, 'windows.env', { commit: repository.commit('Add') });
    },
  },
  {
    title: 'an encoding of the work tree',
    build(repository) {
      const key = makeKey();
      repository.write('.gitattributes', '*.env working-tree-encoding=UTF-16LE-BOM\n');
      repository.write('wide.env', Buffer.from(`\ufeff${lineWith(key)}`, 'utf16le'));
      repository.plant(key, 'wide.env', { commit: repository.commit('Add') });
    },
  },
  {
    title: 'UTF-16 that git takes for binary',
    build(repository) {
      const key = makeKey();
      repository.write('wide.env', Buffer.from(`\ufeff${lineWith(key)}`, 'utf16le'));
      repository.plant(key, 'wide.env', { commit: repository.commit('Add') });
    },
  },
  {
    title: 'a pointer of Git LFS beside a real file',
    build(repository) {
      const key = makeKey();
      repository.write('.gitattributes', '*.psd filter=lfs diff=lfs merge=lfs -text\n');
      const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'0f'.repeat(32)}\nsize 12345\n`;
      repository.git('-c', 'filter.lfs.clean=cat', 'add', '.gitattributes');
      repository.gitWith({}, 'update-index', '--add', '--cacheinfo', `100644,${repository.gitWith({ input: pointer }, 'hash-object', '-w', '--stdin')},a.psd`);
      repository.git('commit', '--quiet', '--message', 'Pointer');
      repository.write('a.env', lineWith(key));
      repository.git('add', 'a.env');
      repository.git('commit', '--quiet', '--message', 'Key');
      repository.plant(key, 'a.env', { commit: repository.head() });
    },
  },
  {
    title: 'the address of a submodule',
    build(repository) {
      const key = makeKey();
      repository.write('.gitmodules', `[submodule "jobs"]\n\tpath = jobs\n\turl = https://atomyx_submit_api_key:${key}@submit.atomyx.io/api/jobs.git\n`);
      repository.plant(key, '.gitmodules', { commit: repository.commit('Add') });
    },
  },
  {
    title: 'names of files that steer a terminal or look like options',
    build(repository) {
      const names = ['with space.env', '--output=x.env', 'quote".env', 'line\nfeed.env', 'tab\there.env', 'umlaut-ä.env', ':(glob)*.env'];
      const shown = ['with space.env', '--output=x.env', 'quote".env', '"line\\nfeed.env"', '"tab\\there.env"', 'umlaut-ä.env', ':(glob)*.env'];
      const keys = names.map(() => makeKey());
      for (const [index, name] of names.entries()) repository.write(name, lineWith(keys[index] ?? ''));
      const commit = repository.commit('Odd names');
      for (const [index, path] of shown.entries()) repository.plant(keys[index] ?? '', path, { commit });
    },
  },
  {
    title: 'a name that is no UTF-8',
    build(repository) {
      const key = makeKey();
      const blob = repository.gitWith({ input: lineWith(key) }, 'hash-object', '-w', '--stdin');
      repository.gitWith({ input: Buffer.concat([Buffer.from(`100644 ${blob}\tcaf`), Buffer.from([0xe9]), Buffer.from('.env\0')]) }, 'update-index', '-z', '--index-info');
      repository.git('commit', '--quiet', '--message', 'Odd name');
      repository.plant(key, '"caf\\351.env"', { commit: repository.head() });
    },
  },
  {
    title: 'a key in the name of a file',
    build(repository) {
      const key = makeKey();
      repository.write(`keys/ATOMYX_SUBMIT_API_KEY=${key}`, 'empty\n');
      repository.plant(key, `keys/ATOMYX_SUBMIT_API_KEY=${key.slice(0, 4)}...`, { commit: repository.commit('Add') });
    },
  },
  {
    title: 'the same blob at two paths',
    build(repository) {
      const key = makeKey();
      repository.write('a/one.env', lineWith(key));
      repository.write('b/two.env', lineWith(key));
      repository.plant(key, 'a/one.env', { commit: repository.commit('Add') });
    },
  },
  {
    title: 'the target of a symbolic link',
    build(repository) {
      const key = makeKey();
      const blob = repository.gitWith({ input: `/run/ATOMYX_SUBMIT_API_KEY=${key}` }, 'hash-object', '-w', '--stdin');
      repository.git('update-index', '--add', '--cacheinfo', `120000,${blob},link`);
      repository.git('commit', '--quiet', '--message', 'Link');
      repository.plant(key, 'link', { commit: repository.head() });
    },
  },
  {
    title: 'a program that builds its key',
    build(repository) {
      const key = makeKey();
      repository.write('src/job.js', `const parts = ['${key.slice(0, 16)}', '${key.slice(16)}'];\nexport const createJob = () => fetch('https://submit.atomyx.io/api/jobs', { headers: { Authorization: ['Bearer', parts.join('')].join(' ') } });\n`);
      repository.plant(key, 'src/job.js', { commit: repository.commit('Add') });
    },
  },
];
