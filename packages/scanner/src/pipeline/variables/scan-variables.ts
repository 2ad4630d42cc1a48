import { closeSync } from 'node:fs';
import { headOfSurface } from '@submit-guard/core';
import { hasByteOrderMark } from '../../encodings/text-encoding.ts';
import { createDocumentFragment } from '../../readers/document-fragment.ts';
import { readerFor } from '../../readers/index.ts';
import { headLength } from '../../readers/reader.ts';
import { openFile } from '../../sources/open-file.ts';
import type { FileReference } from '../../sources/source.ts';
import type { RequestOptions } from '../../structures/sent-keys.ts';
import type { ToolDocument } from '../../structures/sent-variables.ts';
import { readToolDocument, sentVariables } from '../../structures/sent-variables.ts';
import type { Engine } from '../engine.ts';
import type { Tally } from '../outcome.ts';
import { placeOf } from '../place-of.ts';
import { headOf } from '../read-into-memory.ts';
import { surfaceQuestion } from '../scan-bytes.ts';
import { reportMatches } from '../scan-fragment.ts';
import type { ToolFiles } from './tool-files.ts';

/** Longest file whose variables or requests are looked at together with those of others. Bytes. */
const longest = 1_048_576;

/** Bytes of all files that are looked at together. */
const mostBytes = 67_108_864;

/** Files with requests that are looked at for one with variables. */
const mostSenders = 500;

export interface VariableOptions extends RequestOptions {
  /** Absolute path of the folder that paths are relative to. */
  readonly cwd: string;
  /** Bytes; longer files are left out. */
  readonly maxFileSize: number;
}

/**
 * Finds keys in files with variables that requests in other files send to Submit. Each file has been scanned by itself already, which has said what could
 * not be read of it; here only findings are added. One thread does this: there are few such files, and it has to see them together.
 */
export function scanVariables(engine: Engine, files: ToolFiles, options: VariableOptions, tally: Tally): void {
  const documents = new Documents(options);
  const hosts = [...options.hosts, ...options.stagingHosts].map((host) => host.toLowerCase());
  const requestOptions = { hosts: options.hosts.map((host) => host.toLowerCase()), stagingHosts: options.stagingHosts.map((host) => host.toLowerCase()) };
  for (const { holder, beside, senders } of files.groups()) {
    const texts = [holder, ...beside.slice(0, mostSenders), ...senders.slice(0, mostSenders)].map((file) => documents.textOf(file));
    // Somewhere the address has to stand.
    if (!texts.some((text) => text !== undefined && hosts.some((host) => text.toLowerCase().includes(host)))) continue;
    const own = documents.read(holder);
    const text = documents.textOf(holder);
    if (own === undefined || text === undefined || own.structure.environments.length === 0) continue;
    const others = senders.slice(0, mostSenders).flatMap((file) => documents.read(file) ?? []);
    const neighbours = beside.slice(0, mostSenders).flatMap((file) => documents.read(file) ?? []);
    const matches = sentVariables(own, neighbours, others, requestOptions);
    if (matches.length === 0) continue;
    const place = placeOf(holder.path);
    const surface = surfaceQuestion(engine, place, () => text.slice(0, headOfSurface));
    const outcome = reportMatches(engine, createDocumentFragment(text, place.name), { ...place, surface }, matches, { readsSuppressions: true });
    const known = new Set(tally.findings.filter(({ path }) => path === place.path).map(({ line, column }) => `${line}:${column}`));
    tally.findings.push(...outcome.findings.filter(({ line, column }) => !known.has(`${line}:${column}`)));
  }
}

/** Files as texts and as structures, each read once. */
class Documents {
  readonly #options: VariableOptions;
  readonly #texts = new Map<string, string | undefined>();
  readonly #read = new Map<string, ToolDocument | undefined>();
  #left = mostBytes;

  constructor(options: VariableOptions) {
    this.#options = options;
  }

  /** The text of a file; `undefined` where it is none, is too long or is gone. */
  textOf(file: FileReference): string | undefined {
    const path = String(file.path);
    if (!this.#texts.has(path)) this.#texts.set(path, this.#load(file));
    return this.#texts.get(path);
  }

  read(file: FileReference): ToolDocument | undefined {
    const { path, name } = placeOf(file.path);
    if (!this.#read.has(name)) {
      const text = this.textOf(file);
      const document = text === undefined ? undefined : readToolDocument(name, text);
      this.#read.set(name, document && { ...document, path });
    }
    return this.#read.get(name);
  }

  #load(file: FileReference): string | undefined {
    const { cwd, maxFileSize } = this.#options;
    const opened = openFile(file, cwd);
    if (opened.kind !== 'open') return undefined;
    try {
      if (opened.size > Math.min(longest, maxFileSize, this.#left)) return undefined;
      const bytes = headOf(opened.descriptor, opened.size);
      this.#left -= bytes.length;
      const { encoding, opaque } = readerFor({ bytes: bytes.subarray(0, headLength), path: String(file.path) });
      return opaque === undefined ? encoding.decode(bytes.subarray(hasByteOrderMark(encoding, bytes) ? encoding.byteOrderMark.length : 0)) : undefined;
    } finally {
      closeSync(opened.descriptor);
    }
  }
}
