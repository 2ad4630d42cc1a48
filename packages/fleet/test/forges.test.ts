import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { listGithub } from '../src/forges/github.ts';
import { listGitlab } from '../src/forges/gitlab.ts';

interface Service {
  readonly api: string;
  /** What was asked, with the headers that carry tokens. */
  readonly asked: { readonly url: string; readonly authorization: string | undefined; readonly token: string | undefined }[];
}

/** A server that answers as a service would; it ends with the test. */
async function serve(answer: (request: IncomingMessage, response: ServerResponse, count: number) => void): Promise<Service> {
  const asked: Service['asked'] = [];
  const server = createServer((request, response) => {
    asked.push({ url: request.url ?? '', authorization: request.headers.authorization, token: request.headers['private-token'] as string | undefined });
    answer(request, response, asked.length);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { api: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

const json = (response: ServerResponse, value: unknown, headers: Readonly<Record<string, string>> = {}): void => {
  response.writeHead(200, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(value));
};

const query = { owner: 'acme', token: 'word-of-the-test' };

describe('a list of repositories', () => {
  it('comes from GitHub page by page, after a pause where it is busy', async () => {
    const { api, asked } = await serve((request, response, count) => {
      if (count === 2) response.writeHead(429, { 'retry-after': '0' }).end();
      else if (!request.url?.includes('page=2')) json(response, [{ clone_url: 'https://github.test/acme/one.git', pushed_at: '2020-01-01T00:00:00Z' }], { link: `<${api}/orgs/acme/repos?page=2>; rel="next", <${api}/x>; rel="last"` });
      else json(response, [{ clone_url: 'https://github.test/acme/two.git', pushed_at: '2026-01-01T00:00:00Z' }, { clone_url: 'https://github.test/acme/three.git', pushed_at: null }]);
    });
    expect((await listGithub({ api, ...query })).map(({ name }) => name)).toEqual(['github.test/acme/one', 'github.test/acme/two', 'github.test/acme/three']);
    expect(asked.map(({ authorization }) => authorization)).toEqual(Array.from({ length: 3 }, () => 'Bearer word-of-the-test'));
    expect((await listGithub({ api, ...query, pushedSince: '2025-01-01' })).map(({ name }) => name)).toEqual(['github.test/acme/two', 'github.test/acme/three']);
  });

  it('comes from GitLab, with the groups in the group', async () => {
    const { api, asked } = await serve((_request, response) => json(response, [{ http_url_to_repo: 'https://gitlab.test/acme/shop/one.git', last_activity_at: '2026-01-01T00:00:00Z' }]));
    expect(await listGitlab({ api: `${api}/api/v4`, ...query, owner: 'acme/shop' })).toEqual([{ name: 'gitlab.test/acme/shop/one', place: { kind: 'url', url: 'https://gitlab.test/acme/shop/one.git' } }]);
    expect(asked).toEqual([{ url: '/api/v4/groups/acme%2Fshop/projects?include_subgroups=true&per_page=100&order_by=id&sort=asc', authorization: undefined, token: 'word-of-the-test' }]);
  });

  it.each([
    [401, {}, 'GitHub refused the token: it is wrong, expired or revoked. Put another one into GITHUB_TOKEN.'],
    [404, {}, 'GitHub knows no such organisation or group, or the token may not see it.'],
    [403, {}, 'GitHub refuses to list the repositories (403): the token may not, or has asked too often.'],
  ])('that is refused with %i is told in a sentence', async (status, headers, sentence) => {
    const { api } = await serve((_request, response) => response.writeHead(status, headers).end());
    await expect(listGithub({ api, ...query })).rejects.toThrow(sentence);
  });

  it('sends the token nowhere else, and takes no address that runs something', async () => {
    const elsewhere = await serve((_request, response) => json(response, []));
    const paged = await serve((_request, response) => json(response, [], { link: `<${elsewhere.api}/next>; rel="next"` }));
    await expect(listGithub({ api: paged.api, ...query })).rejects.toThrow('on another host');
    const moved = await serve((_request, response) => response.writeHead(302, { location: elsewhere.api }).end());
    await expect(listGithub({ api: moved.api, ...query })).rejects.toThrow('names another address');
    expect(elsewhere.asked).toEqual([]);
    const hostile = await serve((_request, response) => json(response, [{ clone_url: 'ext::sh -c id' }]));
    await expect(listGithub({ api: hostile.api, ...query })).rejects.toThrow('without an address');
  });
});
