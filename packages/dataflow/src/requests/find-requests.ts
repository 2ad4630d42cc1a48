import type { Evaluator } from '../folding/evaluator.ts';
import type { Frame } from '../folding/frame.ts';
import { frameOf } from '../folding/frame.ts';
import type { Value } from '../folding/value.ts';
import { visitValues } from '../folding/visit-values.ts';
import { routeOf } from '../origins/origin.ts';
import type { ProgramIndex } from '../programs/program-index.ts';
import type { CallLike, FunctionNode } from '../syntax/node.ts';
import { callSitesOf, frameAt } from './call-sites.ts';
import type { ClientCall } from './client-calls.ts';
import { clientCallOf } from './client-calls.ts';
import type { Hosts } from './destination.ts';
import { destinationOf } from './destination.ts';
import { followUps } from './follow-ups.ts';
import { additionsTo } from './instance-additions.ts';
import { guessedCall } from './guessed-calls.ts';
import { requestOf } from './assembled-request.ts';
import { readBatch } from './batches.ts';
import type { CallReading } from './call-reading.ts';
import { readCall } from './read-call.ts';
import type { HttpRequest } from './request.ts';

/** Wrappers around wrappers that are followed, and requests that one call may stand for. */
const maxDepth = 4;
const maxInstances = 24;

/** The same for the whole program. */
const maxInstancesOfProgram = 240;

/** Every request that the program makes, once for each known way to it. */
export function findRequests(evaluator: Evaluator, index: ProgramIndex, hosts: Hosts): readonly HttpRequest[] {
  const additions = additionsTo(evaluator, index);
  const later = followUps(evaluator, index);
  const found: HttpRequest[] = [];

  const readAs = (known: ClientCall | undefined, call: CallLike, frame: Frame | undefined): HttpRequest | undefined => {
    if (!known) return guessedCall(evaluator, call, frame, hosts);
    const readings: CallReading[] = [readCall(evaluator, call, known.roles, frame)];
    for (const instance of [...known.instances].reverse()) {
      const maker = clientCallOf(evaluator, instance, frame);
      if (maker) readings.push(readCall(evaluator, instance, maker.roles, frame));
      readings.push(...additions.of(instance));
    }
    if (known.kind === 'instance') readings.push(...additions.of(call));
    else if (known.instances.length === 0) readings.push(...additions.ofClient(known.client.name));
    const { kind, client, instances } = known;
    const request = requestOf({ client: client.name, node: call, frame, kind, instances, protocol: client.protocol }, readings);
    const completed = later.complete(request);
    return client.open ? { ...completed, headers: { ...completed.headers, complete: false } } : completed;
  };

  const read = (call: CallLike, frame: Frame | undefined): HttpRequest | undefined => readAs(clientCallOf(evaluator, call, frame), call, frame);

  for (const call of index.calls) {
    if (evaluator.exhausted) break;
    const known = clientCallOf(evaluator, call);
    if (known?.roles[0] === 'batch') {
      found.push(...readBatch(evaluator, call, undefined).map((reading) => requestOf({ client: known.client.name, node: call, frame: undefined, kind: 'request' }, [reading])));
      continue;
    }
    const request = readAs(known, call, undefined);
    if (!request) continue;
    found.push(...(found.length < maxInstancesOfProgram && isOpen(request, hosts) ? instantiate(evaluator, index, request, read) : [request]));
  }
  return found;
}

/** Whether calls of a wrapper can tell more: where it goes is not known yet, or it goes to Submit. */
function isOpen(request: HttpRequest, hosts: Hosts): boolean {
  const values = request.url?.values ?? [];
  return values.length === 0 || values.some((value) => /^(?:unknown|relative|submit|staging)$/.test(destinationOf(value, hosts).kind));
}

interface Binding {
  readonly fn: FunctionNode;
  readonly site: CallLike;
}

/** A request inside a wrapper, once for each call of the wrapper whose arguments decide it. */
function instantiate(
  evaluator: Evaluator,
  index: ProgramIndex,
  request: HttpRequest,
  read: (call: CallLike, frame: Frame | undefined) => HttpRequest | undefined,
): readonly HttpRequest[] {
  const done: HttpRequest[] = [];
  const open: { readonly request: HttpRequest; readonly bindings: readonly Binding[] }[] = [{ request, bindings: [] }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { bindings } = next;
    const followed = bindings.length < maxDepth && done.length + open.length < maxInstances;
    const fn = followed ? undecided(next.request).find((candidate) => callSitesOf(evaluator, index, candidate).length > 0) : undefined;
    const instances = (fn ? callSitesOf(evaluator, index, fn) : []).flatMap((site) => {
      const longer = fn ? [...bindings, { fn, site }] : bindings;
      const bound = read(request.node, frameOfBindings(evaluator, longer));
      return bound ? [{ request: bound, bindings: longer }] : [];
    });
    if (instances.length > 0) open.push(...instances);
    else done.push(next.request);
  }
  return done;
}

/** The outermost wrapper, bound last, binds what the calls inside it pass on. */
function frameOfBindings(evaluator: Evaluator, bindings: readonly Binding[]): Frame | undefined {
  return [...bindings].reverse().reduce<Frame | undefined>((frame, { fn, site }) => frameAt(evaluator, fn, site, frame), undefined);
}

/** Functions around the request whose parameters its URL, headers or body still depend on, inner ones first: where one is called tells how it was made. */
function undecided(request: HttpRequest): readonly FunctionNode[] {
  const functions = new Set<FunctionNode>();
  const collect = (values: readonly Value[]): void => {
    visitValues(values, {
      opaque: ({ origin }) => {
        const { root } = routeOf(origin);
        if (root.kind === 'parameter' && !frameOf(request.frame, root.function)) functions.add(root.function);
      },
    });
  };
  collect(request.url?.values ?? []);
  for (const field of request.headers.fields) collect(field.values);
  if (request.body) collect(request.body.values);
  return [...functions].sort((a, b) => b.range[0] - a.range[0]);
}
