import type { Target } from '../targets/target.ts';

/** A service that hosts repositories, and lists those of an organisation or a group. */
export interface ForgeQuery {
  /** Base of the API, for example `https://api.github.com`. */
  readonly api: string;
  /** Organisation or group; `/`-separated for a group in a group. */
  readonly owner: string;
  readonly token: string | undefined;
  /** Only repositories that were pushed to since then (ISO 8601). */
  readonly pushedSince?: string | undefined;
}

/** Lists what `owner` has. Nothing but a command that names the service leads here. */
export type ListRepositories = (query: ForgeQuery) => Promise<readonly Target[]>;
