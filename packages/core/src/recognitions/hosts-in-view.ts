import type { Range } from '../evidence/evidence.ts';

/** A host that can be read in an image. */
export interface HostInView extends Range {
  readonly host: string;
}

const pattern = /(?<![\w@.-])(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,6}[a-z]{2,12}(?![\w.])/gi;

/** Names of files have dots, too. */
const fileEnding = /\.(?:js|ts|mjs|cjs|tsx|jsx|py|rb|go|rs|java|cs|php|sh|md|txt|json|ya?ml|toml|xml|html?|css|svg|png|jpe?g|gif|webp|log|env|lock|sql|pdf|zip|conf|ini|cfg)$/i;

/** The hosts in a text, by position. */
export function hostsIn(text: string): readonly HostInView[] {
  return [...text.matchAll(pattern)]
    .filter(([host]) => !fileEnding.test(host))
    .map((found) => ({ host: found[0].toLowerCase(), start: found.index, end: found.index + found[0].length }));
}

/** The host that is read last before an offset, or else the first behind it. */
export function hostFor(offset: number, hosts: readonly HostInView[]): HostInView | undefined {
  return hosts.findLast(({ start }) => start < offset) ?? hosts[0];
}
