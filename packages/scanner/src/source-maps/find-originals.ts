import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { Finding, PlaceNote, Variable } from '@submit-guard/core';
import { quotePath } from '../paths/quote-path.ts';
import { findWorkTree } from '../sources/worktree/find-work-tree.ts';
import { byFingerprint, chainOf } from './chains.ts';
import type { PlacedFinding } from './placed-finding.ts';
import { placeFindings } from './original-places.ts';
import type { Project } from './projects.ts';
import { outputFolder, projectOf } from './projects.ts';
import { sourcePathOf } from './source-name.ts';

export interface OriginalsQuery {
  /** Absolute path of the folder that paths of findings are relative to. */
  readonly cwd: string;
  /** Absolute path of the folder that the project lies in, as far as the policy knows. */
  readonly top: string;
  /** Files and folders that were scanned, relative to `cwd`. */
  readonly scope: readonly string[];
  /** Whether a finding stands in a file that may have been generated, and that can be read again. */
  readonly isGenerated: (finding: Finding) => boolean;
  /** Whether environment files may be asked which of their variables holds a key. */
  readonly readsEnvFiles: boolean;
  /** Variables that are known to hold keys. */
  readonly variables: readonly Variable[];
  /** Masks keys in words that come from elsewhere. */
  readonly mask: (words: string) => string;
}

export interface Originals {
  /** In the same order; without what an inline map only repeats. */
  readonly findings: readonly Finding[];
  /** Maps that could not be used. */
  readonly skipped: readonly PlaceNote[];
}

/** Findings of one file that are looked up; whoever has more does not read them one by one. */
const mostOfFile = 1_000;

interface Placed {
  readonly item: PlacedFinding;
  readonly project: Project;
}

/**
 * Says of what was found in generated files where it is from and how it came there. The files in which something was found are read once
 * more, and their maps; nothing else is.
 */
export function findOriginals(findings: readonly Finding[], query: OriginalsQuery): Originals {
  const { cwd, isGenerated } = query;
  const toShown = (path: string): string => quotePath(shownPath(path, cwd));
  const projects = new Map<string, Project>();
  const skipped: PlaceNote[] = [];
  const repeated = new Set<Finding>();
  const placed: Placed[] = [];
  for (const [path, all] of byPath(findings.filter(isGenerated))) {
    const file = resolve(cwd, path);
    const folder = dirname(file);
    const root = rootOf(path, query);
    const project = projects.get(folder) ?? projectOf(folder, topOf(folder, root, query), query);
    projects.set(folder, project);
    const looked = all.slice(0, mostOfFile);
    const result = placeFindings(file, looked, root, toShown);
    for (const finding of looked) repeated.add(finding);
    for (const item of result.findings) {
      repeated.delete(item.finding);
      placed.push({ item, project });
    }
    skipped.push(...result.notes);
  }
  const complete = completion(placed, query, toShown);
  const completed = new Map(placed.map((each) => [each.item.finding, complete(each)]));
  return { findings: findings.filter((finding) => !repeated.has(finding)).map((finding) => completed.get(finding) ?? finding), skipped };
}

/** Makes a function that adds to a finding what was found out about it. */
function completion(placed: readonly Placed[], { cwd, variables, mask }: OriginalsQuery, toShown: (path: string) => string): (placed: Placed) => Finding {
  const known = byFingerprint(variables);
  const inCode = new Map(placed.filter(({ item }) => !item.isInMap).map(({ item: { finding } }) => [finding.secret?.fingerprint, finding]));
  return ({ item, project }) => {
    const { finding, original, shipped } = item;
    const masked = maskWith(mask, shipped, finding);
    const folders = original && { map: shownPath(original.mapFolder, cwd), project: shownPath(project.folder, cwd), cwd: cwd.replaceAll(sep, '/') };
    const name = folders === undefined ? '' : sourcePathOf(original?.name ?? '', folders);
    const located = original === undefined || name === '' ? finding : { ...finding, original: { path: masked(quotePath(name)), line: original.line, column: original.column } };
    if (located.original === undefined && finding.clause !== 'frontend') return located;
    const chain = chainOf({
      finding: located,
      known,
      project,
      place: original,
      end: endOf(item, inCode.get(finding.secret?.fingerprint)),
      toShown,
    });
    return chain === undefined ? located : { ...located, chain: chain.map((step) => ({ ...step, what: masked(step.what) })) };
  };
}

function byPath(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const paths = new Map<string, Finding[]>();
  for (const finding of findings) {
    const same = paths.get(finding.path);
    if (same === undefined) paths.set(finding.path, [finding]);
    else same.push(finding);
  }
  return paths;
}

/** The scanned folder that a file lies in; its own where it was named by itself. Absolute path. */
function rootOf(path: string, { cwd, scope }: OriginalsQuery): string {
  const [holder] = scope.filter((each) => each === '' || path.startsWith(`${each}/`)).sort((a, b) => a.length - b.length);
  return holder === undefined ? dirname(resolve(cwd, path)) : join(cwd, holder);
}

/** How far up the project of a file may lie. */
function topOf(folder: string, root: string, { top }: OriginalsQuery): string {
  if (folder === top || folder.startsWith(top.endsWith(sep) ? top : top + sep)) return top;
  return findWorkTree(folder) ?? (outputFolder.test(basename(root)) ? dirname(root) : root);
}

function shownPath(path: string, cwd: string): string {
  return relative(cwd, path).replaceAll(sep, '/');
}

/** A key may be a part of a name, too. */
function maskWith(mask: (words: string) => string, shipped: string | undefined, { secret }: Finding): (words: string) => string {
  return shipped === undefined || shipped.length < 8 || secret === undefined ? mask : (words) => mask(words).replaceAll(shipped, () => secret.redacted);
}

/** What a place does with the key. A map says whether the code that it belongs to holds the key as well. */
function endOf({ isInMap, finding }: PlacedFinding, code: Finding | undefined): string {
  if (!isInMap) return finding.clause === 'frontend' ? 'ships it' : 'holds it';
  return code === undefined ? 'ships it in a source map alone' : `ships it in a source map; ${code.path}:${code.line}:${code.column} holds the same key`;
}
