import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { runFleet } from './command.ts';
import { leak, makeRepository, newKey, temporaryFolder } from './repositories.ts';

const place = temporaryFolder();
makeRepository(join(place, 'repository'), { 'a.py': leak(newKey()) });

describe('submit-guard fleet scan', () => {
  it.each<[string, readonly string[], string]>([
    ['Redis is not there', ['repository', '--engine', 'bullmq', '--redis', 'redis://127.0.0.1:1'], 'Redis cannot be reached: nothing listens at that address.'],
    ['the address of Redis is none', ['repository', '--engine', 'bullmq', '--redis', 'http://host'], '--redis takes redis://host:6379'],
    ['nothing says where Redis is', ['repository', '--engine', 'bullmq'], 'Say where Redis is'],
    ['the address of a repository runs a program', ['ext::sh -c id'], 'There is no file or folder'],
    ['the address of a repository has a scheme that git does not fetch by', ['ftp://host/a'], 'An address among the targets has the scheme ftp:'],
    ['the address of a repository holds credentials', ['https://user:word@host/a'], 'An address among the targets holds credentials'],
    ['the store is none', ['repository', '--store', 'mysql://host/a'], '--store takes a file or postgres://'],
    ['the folder of the store is not there', ['repository', '--store', 'nowhere/store.sqlite'], 'its folder does not exist'],
  ])('says in a sentence that %s, and exits with 2', async (_title, words, sentence) => {
    const answer = await runFleet(['scan', ...words], place);
    expect(answer).toMatchObject({ status: 2, stdout: '' });
    expect(answer.stderr).toContain(sentence);
    expect(answer.stderr.trim().split('\n')).toHaveLength(1);
    expect(answer.stderr).not.toContain('user:word@');
  });

  it('says in a sentence that a token has expired, and exits with 2', async () => {
    const server = createServer((_request, response) => response.writeHead(401).end());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const api = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    for (const [option, variable] of [['github', 'GITHUB_TOKEN'], ['gitlab', 'GITLAB_TOKEN']] as const) {
      const answer = await runFleet(['scan', `--${option}`, 'acme', `--${option}-api`, api], place, { [variable]: 'word-of-the-test' });
      expect(answer).toMatchObject({ status: 2, stdout: '' });
      expect(answer.stderr).toContain(`refused the token: it is wrong, expired or revoked. Put another one into ${variable}.`);
      expect(answer.stderr).not.toContain('word-of-the-test');
    }
  });
});
