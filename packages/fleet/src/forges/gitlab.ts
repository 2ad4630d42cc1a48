import { z } from 'zod';
import { listAll } from './ask-forge.ts';
import type { ListRepositories } from './forge.ts';
import { targetsOf } from './listed-repositories.ts';

/** What of a project is read (GitLab REST API, "List projects of a group"). */
const project = z.object({ http_url_to_repo: z.string(), last_activity_at: z.string().nullish() }).transform(({ http_url_to_repo, last_activity_at }) => ({ url: http_url_to_repo, pushed: last_activity_at ?? undefined }));

/** All projects of a group and of the groups in it. */
export const listGitlab: ListRepositories = async ({ api, owner, token, pushedSince }) => {
  const headers = { 'user-agent': 'submit-guard', ...(token !== undefined && { 'private-token': token }) };
  const url = new URL(`${api.replace(/\/$/, '')}/groups/${encodeURIComponent(owner)}/projects?include_subgroups=true&per_page=100&order_by=id&sort=asc`);
  return targetsOf(await listAll(url, { service: 'GitLab', headers, variable: 'GITLAB_TOKEN' }), project, pushedSince);
};
