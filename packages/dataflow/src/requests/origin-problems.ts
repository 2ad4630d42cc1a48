import { defaultDetectorOptions } from '@submit-guard/core';
import type { PlacedRequest, ProgramAnalysis } from '../keys/analysis.ts';
import type { Node } from '../syntax/node.ts';
import type { Destination } from './destination.ts';

export interface OriginProblem {
  /** The URL as the request gives it. */
  readonly node: Node;
  /** The address without its query, for people. */
  readonly origin: string;
}

/** Requests that carry a Submit key over plain HTTP, below a wrong base path, or to a host that is not Submit's. */
export function originProblems(analysis: ProgramAnalysis): readonly OriginProblem[] {
  return analysis.requests.flatMap((placed) => {
    const { request, destination } = placed;
    const origin = isWrong(analysis, placed) ? describe(destination) : undefined;
    return origin !== undefined && request.url ? [{ node: request.url.node, origin }] : [];
  });
}

function isWrong(analysis: ProgramAnalysis, { destination, credentials }: PlacedRequest): boolean {
  if (credentials.length === 0 || destination.named) return false;
  if (destination.kind === 'other') return carriesNamedKey(analysis, credentials);
  if (destination.kind === 'staging') return destination.protocol === 'http:';
  if (destination.kind !== 'submit' || !isPublicHost(destination.host)) return false;
  if (destination.protocol === 'http:') return true;
  return !/^(?:\/?$|\/api(?:\/|$)|\/jobs(?:\/|$))/.test(destination.path ?? '');
}

/** Only a name says whose key it is: what reaches Submit elsewhere may well be meant for both. */
function carriesNamedKey(analysis: ProgramAnalysis, credentials: PlacedRequest['credentials']): boolean {
  return credentials.some((field) => {
    const sighting = analysis.taint.find(field.values);
    return sighting?.part.kind === 'opaque' && sighting.name !== undefined;
  });
}

/** The vendor's own host. What paths and schemes a gateway has is its owner's business. */
function isPublicHost(host: string | undefined): boolean {
  return host !== undefined && defaultDetectorOptions.hosts.includes(host);
}

function describe({ protocol, host, path }: Destination): string {
  return `${protocol ?? 'https:'}//${host ?? ''}${(path ?? '').slice(0, 60)}`;
}
