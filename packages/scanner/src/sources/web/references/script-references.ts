import { publicFolders } from './public-folders.ts';
import type { Reference } from './reference.ts';
import { referenceTo } from './reference.ts';
import { webpackChunks } from './webpack-chunks.ts';

/** Where a script stands. */
export interface ScriptBase {
  /** Address of the script, or of the page that it is in. */
  readonly script: URL;
  /** What the page's own addresses are relative to. */
  readonly page: URL;
}

/** Names of files that may hold text, at the end of a string. */
const namedFiles = /\.(?:[cm]?js|css|json|webmanifest)(?=(?:\?[^"'`\s]{0,200})?["'`])/g;

/** UTF-16 units of a name. */
const longestName = 300;

/** Calls whose argument is an address whatever it ends with: they are relative to the page. */
const pageCalls = /(?:\bnew\s{1,9}(?:Shared)?Worker|\bserviceWorker\.register)\(\s{0,9}(["'`])([^"'`\n\\]{1,300})\1/g;

/** The same relative to the script. */
const scriptCalls = /(?:\bimport\s{0,9}\(|\bimportScripts\(|\bnew\s{1,9}URL\()\s{0,9}(["'`])([^"'`\n\\]{1,300})\1/g;

/**
 * What a program or a JSON document names: modules, workers, and whatever ends like a file of a page. Bundlers write the names of chunks
 * into strings, relative to the script, to the page, or to the folder that all of them are in.
 */
export function* referencesInScript(text: string, { script, page }: ScriptBase): Generator<Reference> {
  const found = function* (address: string, bases: readonly URL[]): Generator<Reference> {
    for (const base of bases) {
      const reference = referenceTo(address, base, 'document', 'code');
      if (reference !== undefined) yield reference;
    }
  };
  for (const [, , address = ''] of text.matchAll(pageCalls)) yield* found(address, [page]);
  // A bare name is one of a package, which an import map would resolve.
  for (const [, , address = ''] of text.matchAll(scriptCalls)) if (/^(?:\.{0,2}\/|https?:)/.test(address)) yield* found(address, [script]);
  const folders = publicFolders(text, { script, page });
  for (const name of webpackChunks(text)) yield* found(name, [...folders, ...basesOf(name, script, page)]);
  for (const { index } of text.matchAll(namedFiles)) {
    const name = nameBefore(text, index);
    if (name !== undefined) yield* found(name, basesOf(name, script, page));
  }
}

/** The string that ends with an extension, as far as it is an address and nothing else. */
function nameBefore(text: string, dot: number): string | undefined {
  const before = text.slice(Math.max(0, dot - longestName), dot);
  const start = /["'`]([^"'`\s<>{}|^*$,;]+)$/.exec(before)?.[1]?.replaceAll('\\/', '/');
  if (start === undefined || /\\|^[@~]|node_modules\//.test(start)) return undefined;
  // A piece of a name that is put together.
  if (start.startsWith('.') && !/^\.{1,2}\//.test(start)) return undefined;
  const end = /^\.\w+(?:\?[^"'`\s]{0,200})?/.exec(text.slice(dot, dot + 220))?.[0] ?? '';
  return start + end;
}

/**
 * What a name may be relative to. A name whose first folder is one of the script's own path says where the folder of all chunks is:
 * `static/chunks/a.js` in `/_next/static/chunks/main.js`.
 */
function basesOf(name: string, script: URL, page: URL): readonly URL[] {
  if (/^(?:\.{0,2}\/|https?:)/.test(name)) return [script];
  const [first = '', ...rest] = name.split('/');
  if (rest.length === 0) return [script];
  const at = script.pathname.indexOf(`/${first}/`);
  return at === -1 ? [script, page] : [new URL(script.pathname.slice(0, at + 1), script)];
}
