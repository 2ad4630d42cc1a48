import { z } from 'zod';
import { listAll } from './ask-forge.ts';
import type { ListRepositories } from './forge.ts';
import { targetsOf } from './listed-repositories.ts';

/** What of a repository is read (GitHub REST API, "List organization repositories"). */
const repository = z.object({ clone_url: z.string(), pushed_at: z.string().nullish() }).transform(({ clone_url, pushed_at }) => ({ url: clone_url, pushed: pushed_at ?? undefined }));

/** All repositories of an organisation that the token may see. */
export const listGithub: ListRepositories = async ({ api, owner, token, pushedSince }) => {
  const headers = { accept: 'application/vnd.github+json', 'x-github-api-version': '2022-11-28', 'user-agent': 'submit-guard', ...(token !== undefined && { authorization: `Bearer ${token}` }) };
  const url = new URL(`${api.replace(/\/$/, '')}/orgs/${encodeURIComponent(owner)}/repos?per_page=100&type=all`);
  return targetsOf(await listAll(url, { service: 'GitHub', headers, variable: 'GITHUB_TOKEN' }), repository, pushedSince);
};
