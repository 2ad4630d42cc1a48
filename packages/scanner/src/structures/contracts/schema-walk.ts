import type { Match } from '@submit-guard/core';
import type { Entry, Node } from '../documents/node.ts';
import { childOf, entriesOf, itemsOf, wordsAt } from '../documents/node.ts';
import { holdsKeyAsField, saysKey } from './key-fields.ts';

/** Schemas and values that are looked at in one file; more of them are an attack. */
const mostSteps = 50_000;
/** References that are followed one after the other. */
const longestChain = 20;

/** Words under which a schema holds schemas: one, a list, or one for each name. */
const nested = ['items', 'additionalProperties', 'unevaluatedProperties', 'contains', 'if', 'then', 'else', 'propertyNames'];
const lists = ['allOf', 'oneOf', 'anyOf', 'prefixItems', 'items'];
const maps = ['patternProperties', 'dependentSchemas'];

/** Walks through schemas and example payloads, each once, and notes the fields that are meant to hold a key. */
export class SchemaWalk {
  readonly #root: Node;
  readonly #seen = new Set<Node>();
  readonly #fields = new Map<number, Match>();
  #steps = 0;

  /** @param root - what references in the document begin at. */
  constructor(root: Node) {
    this.#root = root;
  }

  /** What was found; the range is the name of the field. */
  get fields(): readonly Match[] {
    return [...this.#fields.values()];
  }

  /** What a node stands for: itself, or what its `$ref` leads to in this document. */
  resolve(node: Node | undefined): Node | undefined {
    let at = node;
    for (let step = 0; step < longestChain; step++) {
      const reference = wordsAt(at, '$ref');
      if (!reference.startsWith('#')) return at;
      at = childOf(this.#root, ...stepsOf(reference));
    }
    return undefined;
  }

  /** JSON Schema, as OpenAPI, AsyncAPI and schema files have it. */
  schema(start: Node | undefined): void {
    const waiting = [start];
    while (waiting.length > 0) {
      const next = waiting.pop();
      // Beside a reference there may be more, since JSON Schema 2019-09.
      for (const node of new Set([next, this.resolve(next)])) {
        if (node?.kind !== 'object' || this.#seen.has(node) || this.#steps++ > mostSteps) continue;
        this.#seen.add(node);
        for (const property of entriesOf(node, 'properties')) {
          this.#look(property, saysKey(property.name, this.resolve(property.value)));
          waiting.push(property.value);
        }
        waiting.push(...nested.map((name) => childOf(node, name)), ...lists.flatMap((name) => itemsOf(node, name)), ...maps.flatMap((name) => entriesOf(node, name).map(({ value }) => value)));
        for (const example of [childOf(node, 'example'), childOf(node, 'default'), ...itemsOf(node, 'examples')]) this.payload(example);
      }
    }
  }

  /** A payload as it is sent. */
  payload(start: Node | undefined): void {
    const waiting = [start];
    while (waiting.length > 0) {
      const node = waiting.pop();
      if (node === undefined || this.#seen.has(node) || this.#steps++ > mostSteps) continue;
      this.#seen.add(node);
      waiting.push(...itemsOf(node));
      for (const entry of entriesOf(node)) {
        this.#look(entry, entry.value.kind === 'text' && holdsKeyAsField(entry.name) ? entry.name : undefined);
        waiting.push(entry.value);
      }
    }
  }

  #look({ name, place: { start, end } }: Entry, reason: string | undefined): void {
    if (reason === undefined) return;
    const match: Match = { aspect: 'callback-field', start, end, evidence: [{ kind: 'name', start, end, detail: reason }], via: [], data: { field: `"${name}"` } };
    this.#fields.set(start, match);
  }
}

/** The steps of a JSON pointer in a fragment (RFC 6901, section 6). */
function stepsOf(reference: string): readonly (string | number)[] {
  return reference.slice(1).split('/').slice(1).map((step) => {
    const name = decoded(step).replaceAll('~1', '/').replaceAll('~0', '~');
    return /^\d+$/.test(name) ? Number(name) : name;
  });
}

function decoded(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}
