import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { Finding, PlaceNote, Variable } from '@submit-guard/core';
import { quotePath } from '../paths/quote-path.ts';
import { findWorkTree } from '../sources/worktree/find-work-tree.ts';
import { byFingerprint, chainOf } from './chains.ts';
import type { UnpackMap } from './find-map.ts';
import { findMap } from './find-map.ts';
import type { GeneratedText } from './generated-text.ts';
import { readGeneratedText } from './generated-text.ts';
import { mappingUrlOf } from './mapping-url.ts';
import type { PlacedFindings } from './original-places.ts';
import { ownMapOf, placeFindings } from './original-places.ts';
import type { PlacedFinding } from './placed-finding.ts';
import type { Project } from './projects.ts';
import { outputFolder, projectOf, unknownProject } from './projects.ts';
import { sourcePathOf } from './source-name.ts';

export interface OriginalsQuery {
  /** Absolute path of the folder that paths of findings are relative to. */
  readonly cwd: string;
  /** Absolute path of the folder that the project lies in, as far as the policy knows. */
  readonly top: string;
  /** Files and folders that were scanned, relative to `cwd`. */
  readonly scope: readonly string[];
  /** Whether environment files may be asked which of their variables holds a key. */
  readonly readsEnvFiles: boolean;
  /** Variables that are known to hold keys. */
  readonly variables: readonly Variable[];
  /** Masks keys in words that come from elsewhere. */
  readonly mask: (words: string) => string;
  /** Absent where nothing compressed is read. */
  readonly unpack?: UnpackMap | undefined;
}

export interface Originals {
  /** In the same order; without what an inline map only repeats. */
  readonly findings: readonly Finding[];
  /** Maps that could not be used. */
  readonly skipped: readonly PlaceNote[];
}

/** What was looked up for one generated file. */
export interface LookedUp extends PlacedFindings {
  /** Findings that were looked up; those that the placed ones lack only repeat others. */
  readonly looked: readonly Finding[];
  /** Absolute path of the file, or of the archive that it is in; `undefined` where it stands on no disk, and nothing is known of its project. */
  readonly file: string | undefined;
}

/** Findings of one file that are looked up; whoever has more does not read them one by one. */
export const mostOfFile = 1_000;

/** Looks up what was found in a generated file of the disk: it is read once more, and its map. */
export function lookUpFile(path: string, findings: readonly Finding[], query: OriginalsQuery): Promise<LookedUp> {
  const file = resolve(query.cwd, path);
  return lookUpText(path, file, readGeneratedText(file), findings, query);
}

/**
 * Looks up what was found in a text.
 *
 * @param path - as it was found.
 * @param file - absolute path of the file that the text is of, or would be.
 */
export async function lookUpText(path: string, file: string, text: GeneratedText | undefined, all: readonly Finding[], query: OriginalsQuery): Promise<LookedUp> {
  const findings = all.slice(0, mostOfFile);
  const generated = { path: file, text, findings };
  const hasOwn = text === undefined || ownMapOf(generated) !== undefined;
  const beside = hasOwn ? undefined : await findMap(file, mappingUrlOf(text.text)?.url, rootOf(path, query), query.unpack);
  return { ...placeFindings(generated, () => beside, toShownIn(query.cwd)), looked: findings, file };
}

/** Turns absolute paths into those that are shown. */
export function toShownIn(cwd: string): (path: string) => string {
  return (path) => quotePath(shownPath(path, cwd));
}

/** Says of findings where they are from and how they came there, as far as that was looked up. */
export function completeOriginals(findings: readonly Finding[], lookedUp: readonly LookedUp[], query: OriginalsQuery): Originals {
  const { cwd } = query;
  const projects = new Map<string, Project>();
  const projectIn = (file: string): Project => {
    const folder = dirname(file);
    const project = projects.get(folder) ?? projectOf(folder, topOf(folder, rootOf(shownPath(file, cwd), query), query), query);
    projects.set(folder, project);
    return project;
  };
  const repeated = new Set<Finding>(lookedUp.flatMap(({ looked }) => looked));
  const placed = lookedUp.flatMap(({ file, findings: items }) => items.map((item): Placed => ({ item, project: file === undefined ? unknownProject(cwd) : projectIn(file) })));
  for (const { item } of placed) repeated.delete(item.finding);
  const complete = completion(placed, query, toShownIn(cwd));
  const completed = new Map(placed.map((each) => [each.item.finding, complete(each)]));
  return {
    findings: findings.filter((finding) => !repeated.has(finding)).map((finding) => completed.get(finding) ?? finding),
    skipped: lookedUp.flatMap(({ notes }) => notes),
  };
}

interface Placed {
  readonly item: PlacedFinding;
  readonly project: Project;
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
