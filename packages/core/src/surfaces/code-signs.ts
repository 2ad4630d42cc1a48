import { publicPrefix } from './public-names.ts';

/** Modules that only a server has. */
const serverModules = [
  String.raw`node:[\w/]+`,
  String.raw`(?:fs|https?|http2|net|tls|dns|os|crypto|cluster|child_process|worker_threads|readline)(?:\/promises)?`,
  String.raw`express|fastify|koa|hono|restify|aws-lambda|server-only|puppeteer(?:-core)?|jsdom|ink|react-dom\/server`,
  String.raw`next\/(?:server|headers)`,
  String.raw`@(?:hapi|nestjs|fastify|aws-sdk|azure\/functions|react-email|hono)(?:\/[\w./-]+)?`,
  String.raw`@(?:remix-run|react-router)\/(?:node|server-runtime|express|serve)`,
].join('|');

/** What only runs on a server. In a source map the quotes are escaped. */
const serverSigns: readonly RegExp[] = [
  /^#!/,
  new RegExp(String.raw`(?:\bfrom|\brequire\(|\bimport\(?)\s*\\?["'](?:${serverModules})\\?["']`),
  /\bprocess\.(?:argv|exit|stdout|stderr|stdin|cwd|on)\b/,
  // Build tools replace the variables that they mean to show to browsers.
  new RegExp(String.raw`\bprocess\.env\.(?!NODE_ENV\b|${publicPrefix})[A-Za-z]`),
  /\b(?:getServerSideProps|getStaticProps|getStaticPaths)\b/,
  /\bexport\s+(?:async\s+function|function|const)\s+(?:loader|action)\b/,
  /\b(?:Deno|Bun)\.serve\s*\(|\bcreateServer\s*\(/,
];

/** What only runs in a browser. */
const browserSigns: readonly RegExp[] = [
  /\bdocument\s*\.\s*(?:getElement\w+|querySelector\w*|addEventListener|createElement|documentElement|readyState)\b/,
  /\bdocument\s*\.\s*(?:body|head|cookie|forms|title)\b/,
  /\bwindow\s*\.\s*(?:location|addEventListener|document|fetch|\w+Storage|navigator|open|onload|__\w+)\b/,
  /\b(?:localStorage|sessionStorage)\s*\.\s*(?:getItem|setItem|removeItem)\b/,
  /\bimport\.meta\.env\.(?:VITE|PUBLIC)_/,
  /\bcustomElements\s*\.\s*define\b|\bnavigator\.serviceWorker\b|\bself\.skipWaiting\b|\bimportScripts\s*\(/,
  /\b(?:createRoot|hydrateRoot|ReactDOM\.(?:render|hydrate))\s*\(/,
  /\bfrom\s*["']@angular\/(?:core|common|platform-browser)\b|\bplatformBrowserDynamic\s*\(/,
  // Extensions are files that everybody who installs them has.
  /\bchrome\s*\.\s*(?:runtime|tabs|storage|action|scripting|contextMenus|webRequest|sidePanel|alarms)\s*\.|\bbrowser\s*\.\s*(?:runtime|storage)\s*\.\s*(?:onMessage|onInstalled|sendMessage|getURL|local|sync)\b/,
  /\$\(\s*(?:document|window)\s*\)|\bjQuery\s*\(/,
];

/** What a component needs a browser for. */
const interactiveSigns: readonly RegExp[] = [
  /\buse(?:State|Effect|LayoutEffect|Reducer|Ref|Memo|Callback|Context|Transition|ActionState)\s*[(<]/,
  /\son[A-Z][A-Za-z]+=\{/,
  ...browserSigns,
];

const has = (patterns: readonly RegExp[], head: string): boolean => patterns.some((pattern) => pattern.test(head));

/** Offset of the first character that is neither white space nor part of a comment. */
function codeStart(text: string, from: number): number {
  for (let at = from; ; ) {
    while (at < text.length && /\s/.test(text.charAt(at))) at++;
    const closing = text.startsWith('//', at) ? '\n' : text.startsWith('/*', at) ? '*/' : undefined;
    if (closing === undefined) return at;
    const close = text.indexOf(closing, at + 2);
    // A comment that is not closed ends with the text.
    if (close === -1) return text.length;
    at = close + closing.length;
  }
}

/** Whether a script begins with a directive such as `'use client'`, perhaps after comments and other directives. */
function hasDirective(head: string, directive: string): boolean {
  const text = head.replace(/^\uFEFF?(?:#![^\n]*)?/, '');
  for (let at = codeStart(text, 0); ; ) {
    const quote = text.charAt(at);
    if (quote !== '"' && quote !== "'") return false;
    const close = text.indexOf(quote, at + 1);
    if (close === -1) return false;
    if (text.slice(at + 1, close) === directive) return true;
    at = codeStart(text, close + 1);
    if (text.charAt(at) === ';') at = codeStart(text, at + 1);
  }
}

/** Whether a script says that it runs on a server. */
export function runsOnServer(head: string): boolean {
  return hasDirective(head, 'use server') || has(serverSigns, head);
}

/** Whether a script says that it runs in a browser, and does not say that it runs on a server. */
export function runsInBrowser(head: string): boolean {
  return hasDirective(head, 'use client') || (has(browserSigns, head) && !runsOnServer(head));
}

/** Whether a component uses what only a browser has: state, effects, events. */
export function isInteractive(head: string): boolean {
  return hasDirective(head, 'use client') || (has(interactiveSigns, head) && !runsOnServer(head));
}

/** Whether a script looks like the output of a minifier: a long line with hardly any space in it. */
export function isMinified(head: string): boolean {
  const line = head.split('\n', 20).find((candidate) => candidate.length > 1000);
  if (line === undefined) return false;
  const sample = line.slice(0, 4000);
  const count = (pattern: RegExp): number => sample.match(pattern)?.length ?? 0;
  return count(/\s/g) * 12 < sample.length && count(/[;,(){}]/g) * 20 > sample.length;
}
