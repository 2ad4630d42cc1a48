import { readFileSync } from 'node:fs';
import type { Finding } from '@submit-guard/core';
import type { Project } from 'submit-guard/project';
import type { Module, Place } from '../builds/build.ts';
import { fileOfSource, nameOfFile } from './source-file.ts';
import type { MappedPlace } from './source-map.ts';

/** What is looked for in the code as it was written. */
export interface Sought {
  /** The key. */
  readonly fingerprint: string;
  /** Names that stand for it: of variables, and of constants that a setting defines. */
  readonly names: readonly string[];
}

export interface Surroundings {
  readonly project: Project;
  /** Absolute path. */
  readonly root: string;
}

/** Where a source map leads, and whose map it is. */
export interface Lead {
  readonly mapped: MappedPlace;
  /** Absolute path. */
  readonly mapFile: string;
}

/**
 * Finds where a key that stands in an output was written. A map leads to the expression that became the key, and for what has no mapping
 * (JSON, comments) to whatever stands before: so the key itself is looked for first, where the map leads and then in every module.
 *
 * @param modules - of the output.
 */
export async function locate(sought: Sought, lead: Lead | undefined, modules: Iterable<Module>, { project, root }: Surroundings): Promise<Place | undefined> {
  const pathOf = (file: string): string => project.redact(nameOfFile(file, root));
  const mapped = lead && { ...lead.mapped, file: fileOfSource(lead.mapped.source, lead.mapFile, root) };
  const mappedPlace = mapped && { path: pathOf(mapped.file), line: mapped.line, column: mapped.column };
  if (mapped && mappedPlace) {
    // What a map holds may have been changed by a plugin before.
    for (const text of [textOfFile(mapped.file), mapped.text]) {
      const literal = text === undefined ? undefined : nearest(literalsIn(await project.scan(text, mappedPlace.path), sought), mapped.line);
      if (literal !== undefined) return { path: mappedPlace.path, ...literal };
    }
  }
  const own = [...modules].filter(({ file }) => !/[\\/]node_modules[\\/]/.test(file));
  const texts = new Map(own.map(({ file }) => [file, textOfFile(file)] as const));
  const inModules = async (placesIn: (text: string, path: string) => readonly Spot[] | Promise<readonly Spot[]>): Promise<Place | undefined> => {
    for (const [file, text] of texts) {
      const [spot] = text === undefined ? [] : await placesIn(text, pathOf(file));
      if (spot !== undefined) return { path: pathOf(file), ...spot };
    }
    return undefined;
  };
  const builtModule = async (): Promise<Place | undefined> => {
    for (const { file, code } of own) {
      const text = code?.();
      const path = pathOf(file);
      if (text !== undefined && literalsIn(await project.scan(text, path), sought).length > 0) return { path };
    }
    return undefined;
  };
  return await inModules(async (text, path) => literalsIn(await project.scan(text, path), sought))
    ?? mappedPlace
    ?? await inModules((text) => namesIn(text, sought.names))
    ?? builtModule();
}

interface Spot {
  readonly line: number;
  readonly column: number;
}

function literalsIn(findings: readonly Finding[], { fingerprint }: Sought): readonly Spot[] {
  return findings.filter(({ secret }) => secret?.fingerprint === fingerprint).map(({ line, column }) => ({ line, column }));
}

/** Where one of some names stands in a text, with what it is read from: `import.meta.env.NAME`. */
function namesIn(text: string, names: readonly string[]): readonly Spot[] {
  const escaped = names.map((name) => name.replace(/[^\w]/g, String.raw`\$&`));
  if (escaped.length === 0) return [];
  return [...text.matchAll(new RegExp(String.raw`(?<![\w$.])(?:[\w$]+\??\.)*(?:${escaped.join('|')})(?![\w$])`, 'g'))].map(({ index }) => {
    const before = text.slice(0, index).split('\n');
    return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
  });
}

function nearest(spots: readonly Spot[], line: number): Spot | undefined {
  return [...spots].sort((a, b) => Math.abs(a.line - line) - Math.abs(b.line - line))[0];
}

/** `undefined` for a module that is no file. */
function textOfFile(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
