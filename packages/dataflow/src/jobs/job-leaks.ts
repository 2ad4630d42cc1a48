import type { TSESTree } from '@typescript-eslint/types';
import { entriesOf } from '../folding/members.ts';
import { nestedEntries, recordsIn } from '../folding/nested-entries.ts';
import type { Entry, Record, Value } from '../folding/value.ts';
import type { ProgramAnalysis } from '../keys/analysis.ts';
import { isInside, relayedKeys } from '../keys/relayed-keys.ts';
import type { Node } from '../syntax/node.ts';
import { outward, unwrap } from '../syntax/node.ts';
import { nameOfKey, staticName } from '../syntax/property-name.ts';
import { jobFields } from '../tables/job-fields.ts';

/** A place at which a Submit key is put into a job or a URL. */
export interface JobLeak {
  readonly node: Node;
  /** The field of the job, or the query string, in words. */
  readonly field: string;
}

/** The same words as those of the scanner. */
export const queryString = 'the query string of a URL';

export function fieldWords(name: string): string {
  return `the ${name} of a job`;
}

/** Expressions that put a Submit key, other than a literal, into a field of a job or into a query string. */
export function jobLeaks(analysis: ProgramAnalysis): readonly JobLeak[] {
  const leaks: JobLeak[] = [];
  // A job that is kept in a variable and sent is met twice, with the same entries.
  const looked = new Set<Entry>();
  for (const record of jobRecords(analysis)) {
    for (const name of jobFields) {
      for (const entry of entriesOf(record, name)) {
        if (!looked.has(entry)) collect(analysis, entry, name, leaks);
        looked.add(entry);
      }
    }
  }
  leaks.push(...assignedLeaks(analysis), ...queryLeaks(analysis));
  const seen = new Set<Node>();
  return leaks.filter(({ node }) => !seen.has(node) && seen.add(node));
}

/** Objects that are jobs: they say `externalId` in code that has to do with Submit, or are the body of a Submit request. */
function jobRecords(analysis: ProgramAnalysis): readonly Record[] {
  const found = analysis.index.objects.flatMap((object) => jobRecordOf(analysis, object) ?? []);
  for (const { request } of analysis.submitRequests) found.push(...recordsIn(request.body?.values ?? []));
  return found;
}

function jobRecordOf({ evaluator }: ProgramAnalysis, object: TSESTree.ObjectExpression): Record | undefined {
  const named = (name: string): boolean => object.properties.some((property) => property.type === 'Property' && !property.computed && nameOfKey(property.key) === name);
  const spread = object.properties.some((property) => property.type === 'SpreadElement') && jobFields.some((field) => named(field));
  const value = named('externalId') || spread ? evaluator.single(object) : undefined;
  return value?.kind === 'record' && entriesOf(value, 'externalId').length > 0 ? value : undefined;
}

/** `job.metadata = { key }`, `job.metadata.key = key`, where the variable was declared as a job. */
function assignedLeaks(analysis: ProgramAnalysis): readonly JobLeak[] {
  const { evaluator, index } = analysis;
  return index.assignments.flatMap(({ left, right }) => {
    const path: string[] = [];
    let root = unwrap(left);
    for (; root.type === 'MemberExpression'; root = unwrap(root.object)) path.unshift(staticName(root) ?? '');
    const [field] = path;
    if (field === undefined || !jobFields.includes(field) || root.type !== 'Identifier') return [];
    const declarator = evaluator.bindings.variableOf(root)?.defs[0]?.node as Node | undefined;
    const init = declarator?.type === 'VariableDeclarator' && declarator.init ? unwrap(declarator.init) : undefined;
    if (init?.type !== 'ObjectExpression' || !jobRecordOf(analysis, init)) return [];
    return elementsOf(right, 0).filter((node) => analysis.taint.find(evaluator.evaluate(node))?.part.kind === 'opaque').map((node) => ({ node, field: fieldWords(field) }));
  });
}

/** Goes down objects and lists to the innermost values in which a key can be read. */
function collect(analysis: ProgramAnalysis, entry: Entry, field: string, leaks: JobLeak[]): void {
  const nested = recordsIn(entry.values()).flatMap((record) => nestedEntries(record));
  const innermost = nested.length > 0 ? nested.filter(({ inner }) => inner).map((item) => item.entry) : [entry];
  for (const { valueNode, values } of innermost) {
    for (const node of elementsOf(valueNode, 0)) {
      const found = node === valueNode ? values() : analysis.evaluator.evaluate(node);
      if (analysis.taint.find(found)?.part.kind === 'opaque') leaks.push({ node, field: fieldWords(field) });
      else for (const passed of relayedKeys(analysis, [found])) leaks.push({ node: passed, field: fieldWords(field) });
    }
  }
}

/** The values of the objects and lists that are written at a place; the place itself where there are none. */
function elementsOf(node: Node, depth: number): readonly Node[] {
  const inner = unwrap(node);
  if (depth > 8) return [];
  if (inner.type === 'ArrayExpression') return inner.elements.flatMap((element) => (element && element.type !== 'SpreadElement' ? elementsOf(element, depth + 1) : []));
  if (inner.type === 'ObjectExpression') return inner.properties.flatMap((property) => (property.type === 'Property' ? elementsOf(property.value, depth + 1) : []));
  return [node];
}

/** `...?key=${key}`, `params: { key }`, `url.searchParams.set('key', key)`. */
function queryLeaks(analysis: ProgramAnalysis): readonly JobLeak[] {
  const { evaluator, index, taint } = analysis;
  const leaks: JobLeak[] = [];
  const roots = new Set(index.texts.filter((text) => text.type === 'TemplateLiteral' || /[?&](?:[\w.~-]*=)?$/.test(text.value)).map((text) => wholeText(text)));
  for (const root of roots) {
    const [node] = evaluator.evaluate(root).flatMap((value) => keyInQuery(analysis, root, value) ?? []);
    if (node) leaks.push({ node, field: queryString });
  }
  for (const { request } of analysis.requests) {
    for (const field of request.query.fields) if (taint.find(field.values)?.part.kind === 'opaque') leaks.push({ node: field.node, field: queryString });
  }
  for (const method of ['set', 'append']) {
    for (const call of index.callsByMethod.get(method) ?? []) {
      const value = call.arguments[1];
      if (!value || call.callee.type !== 'MemberExpression' || !isSearchParameters(analysis, call.callee.object)) continue;
      if (taint.find(evaluator.evaluate(value))?.part.kind === 'opaque') leaks.push({ node: value, field: queryString });
    }
  }
  return leaks;
}

function isSearchParameters(analysis: ProgramAnalysis, object: Node): boolean {
  const inner = unwrap(object);
  if (inner.type === 'MemberExpression' && nameOfKey(inner.property) === 'searchParams') return true;
  return analysis.evaluator.evaluate(inner).some((value) => value.kind === 'record' && value.type === 'URLSearchParams');
}

/** Where a URL holds a key in its query: the whole of it, or behind a bare `?` what makes the query, `new URLSearchParams({ key })`. */
function keyInQuery({ taint }: ProgramAnalysis, root: Node, value: Value): Node | undefined {
  if (value.kind !== 'text') return undefined;
  let before = '';
  for (const part of value.parts) {
    if (part.kind === 'piece') before += part.text;
    else {
      const named = /[?&#][\w.~-]+=$/.test(before);
      const made = /[?&]$/.test(before) && isInside(part.node, root);
      if (before.includes('?') && (named || made) && taint.find([part])) return named ? root : part.node;
      before += 'x';
    }
  }
  return undefined;
}

/** The outermost sum, template or `concat` that a text is a part of. */
function wholeText(text: Node): Node {
  let node = text;
  for (;;) {
    const { node: inner, parent } = outward(node);
    const grows =
      (parent?.type === 'BinaryExpression' && parent.operator === '+') ||
      parent?.type === 'TemplateLiteral' ||
      (parent?.type === 'CallExpression' && parent.callee === inner) ||
      (parent?.type === 'MemberExpression' && parent.object === inner && nameOfKey(parent.property) === 'concat');
    if (!grows) return node;
    node = parent;
  }
}
