/**
 * Where webpack's and Rspack's runtime keeps the address of the folder of all chunks: `r.p="/static/"`; or, made of the address of the script, `r.p=e` and
 * `r.p=e.replace(...)+"../"` (webpack, lib/runtime/PublicPathRuntimeModule.js and AutoPublicPathRuntimeModule.js).
 */
const publicPath = /\.p\s?=\s?(?:"((?:[^"\\\n]{0,300}\/)?)"|(?:[\w$]+|\(?[\w$]+[^;]{0,200}?"\/"\)\)?)(?:\s?\+\s?"((?:\.\.\/){1,9})")?(?=[\s;,})]))/g;

/** More of them are no runtime. */
const mostFolders = 8;

/**
 * The folders that names of chunks may be relative to, as the runtime in a script says.
 *
 * @param script - address of the script, or of the page that it is in.
 * @param page - what addresses of the page are relative to.
 */
export function publicFolders(text: string, { script, page }: { readonly script: URL; readonly page: URL }): readonly URL[] {
  const folders = new Map<string, URL>();
  for (const [, written, up = './'] of text.matchAll(publicPath)) {
    const [address, base] = written === undefined ? [up, script] : [written, page];
    if (!URL.canParse(address, base.href)) continue;
    const folder = new URL(address, base);
    folders.set(folder.href, folder);
    if (folders.size === mostFolders) break;
  }
  return [...folders.values()];
}
