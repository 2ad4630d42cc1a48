import { describe, expect, it } from 'vitest';
import { referencesOf } from '../../../src/sources/web/references/references-of.ts';
import { webpackChunks } from '../../../src/sources/web/references/webpack-chunks.ts';

const page = new URL('https://shop.example/app/');

/** What a resource refers to, as paths where it is of the same origin. */
function references(text: string, path: string, type: string, header?: string): readonly string[] {
  const url = new URL(path, page);
  const resource = { method: 'GET', url, status: 200, type, charset: '', sourceMap: header, bytes: Buffer.from(text) };
  return [...referencesOf(resource, page)].map(({ url: found, use, by }) => `${use} ${by} ${found.origin === page.origin ? found.pathname + found.search : found.href}`);
}

const inPage = (html: string): readonly string[] => references(html, '/app/', 'text/html');
const inScript = (code: string, path = '/app/assets/main.js'): readonly string[] => references(code, path, 'text/javascript').filter((reference) => !reference.startsWith('map'));

describe('what a page loads', () => {
  it('is what its elements name', () => {
    expect(inPage(`<!doctype html><script src="a.js"></script><script src='/b.mjs' type=module></script><SCRIPT SRC=c.js></SCRIPT>
      <link rel=modulepreload href=d.js><link rel="alternate stylesheet" href="e.css"><link rel=manifest href=f.webmanifest><link rel=canonical href=/g>
      <iframe src="h.html"></iframe><object data=i.svg></object><a href=j.html>j</a><meta http-equiv=refresh content="5; url=k.html">
      <img src=l.png><link rel=preload as=font href=m.woff2><script src="//cdn.example/n.js"></script><script src="data:text/javascript,1"></script>`)).toEqual([
      'document markup /app/a.js', 'document markup /b.mjs', 'document markup /app/c.js', 'document markup /app/d.js', 'document markup /app/e.css', 'document markup /app/f.webmanifest',
      'document markup /app/h.html', 'document markup /app/i.svg', 'document markup /app/k.html', 'media markup /app/l.png', 'media markup /app/m.woff2', 'document markup https://cdn.example/n.js',
    ]);
  });

  it('is relative to the first base', () => {
    expect(inPage('<script src=a.js></script><base href=/static/><base href=/other/><script src=b.js></script>')).toEqual(['document markup /app/a.js', 'document markup /static/b.js']);
  });

  it('is not what comments, text and other raw text say', () => {
    expect(inPage('<!-- <script src=a.js></script> --><title><script src=b.js></title><textarea><script src=c.js></textarea><template><script src=d.js></script></template>')).toEqual(['document markup /app/d.js']);
  });

  it('is also what inline scripts and styles name', () => {
    expect(inPage('<style>@import "a.css"; body { background: url(b.png) }</style><script type=importmap>{"imports":{"c":"./c.js"}}</script><script type=module>import("./d.js")</script><p style="background:url(e.svg)">')).toEqual([
      'document markup /app/a.css', 'media markup /app/b.png', 'document code /app/c.js', 'document code /app/d.js', 'document code /app/d.js', 'document markup /app/e.svg',
    ]);
  });

  it('is also what the pages in its frames name', () => {
    expect(inPage('<base href=/b/><iframe srcdoc="<script src=a.js></script><iframe srcdoc=&quot;<script src=/b.js></script>&quot;></iframe>" src=c.html></iframe>')).toEqual(['document markup /b/a.js', 'document markup /b.js']);
    expect(inPage(`${'<iframe srcdoc="'.repeat(100_000)}x`)).toEqual([]);
  });

  it('has no user, password or fragment', () => {
    expect(inPage('<script src="https://user:word@shop.example/a.js#part"></script>')).toEqual(['document markup /a.js']);
  });
});

describe('what a script names', () => {
  it.each([
    ['import("./lazy.js")', ['/app/assets/lazy.js']],
    ['import(`./lazy.js`)', ['/app/assets/lazy.js']],
    ['import{a as b}from"./c.js";import"../d.mjs"', ['/app/assets/c.js', '/app/d.mjs']],
    ['new Worker("worker")', ['/app/worker']],
    ['navigator.serviceWorker.register("/sw")', ['/sw']],
    ['importScripts("/precache.js")', ['/precache.js']],
    ['new URL("./data/prices.json", import.meta.url)', ['/app/assets/data/prices.json']],
    ['fetch("/config.json?v=1")', ['/config.json?v=1']],
    ['["assets/cart-B7a.js","assets/cart-C1d.css"]', ['/app/assets/cart-B7a.js', '/app/assets/cart-C1d.css']],
    [String.raw`{"a":"\/x\/b.js"}`, ['/x/b.js']],
    ['import("react"); "Node.js and more.js"; "**/*.js"; "node_modules/a.js"; "@scope/a.js"; `${a}.js`', []],
  ])('%s', (code, expected) => {
    expect([...new Set(inScript(code))]).toEqual(expected.map((path) => `document code ${path}`));
  });

  it('is looked for where the folder of all chunks is', () => {
    expect(inScript('self.__BUILD_MANIFEST={"/cart":["static/chunks/pages/cart-1a.js"]}', '/_next/static/b1/_buildManifest.js')).toEqual(['document code /_next/static/chunks/pages/cart-1a.js']);
    expect(inScript('"chunks/a.js"')).toEqual(['document code /app/assets/chunks/a.js', 'document code /app/chunks/a.js']);
  });

  // What webpack 5.113 and Rspack 2.3 write, minified and not.
  it.each([
    ['r.u=e=>"static/js/"+({1:"cart",2:"home"}[e]||e)+"."+{1:"0f3a",2:"b2c4",7:"99aa"}[e]+".chunk.js",r.o=1', ['cart.0f3a', 'home.b2c4', '7.99aa'].map((name) => `static/js/${name}.chunk.js`)],
    ['__webpack_require__.u = function(chunkId) { return "static/js/" + chunkId + "." + {"1":"0f3a"}[chunkId] + ".js"; }', ['static/js/1.0f3a.js']],
    ['__webpack_require__.u = (chunkId) => {\n// return url for filenames based on template\nreturn "" + chunkId + ".js";\n};\n__webpack_require__.e("src_api_js")', ['src_api_js.js']],
    ['r.u=e=>"static/js/"+{12:"0f3a"}[e]+".js"', ['static/js/0f3a.js']],
    ['r.u=e=>({333:"831f",949:"0cd2"}[e]+".js"),r.o=1', ['831f.js', '0cd2.js']],
    ['r.u=e=>""+({150:"7089",838:"c205"})[e]+".js",i.g=1', ['7089.js', 'c205.js']],
    ['r.u=e=>(949===e?"cart":e)+"."+{333:"831f",949:"0cd2"}[e]+".js",r.o=1', ['333.831f.js', 'cart.0cd2.js']],
    ['r.u=e=>"c/"+e+".js?v="+{333:"0502",949:"d430"}[e],r.o=1', ['c/333.js?v=0502', 'c/949.js?v=d430']],
    ['r.u=e=>e+".js",r.o=1;Promise.all([r.e(333),r.e("cart")]).then(r.bind(r,7))', ['333.js', 'cart.js']],
    ['r.u=e=>$(e)+".js",r.o=1;r.e(333)', []],
  ])('holds the names of webpack: %s', (runtime, expected) => {
    expect([...webpackChunks(runtime)]).toEqual(expected);
  });

  it.each([
    ['r.p="/deep/public/"', '/deep/public/js/7.b2c4.js'],
    ['r.p=""', '/app/js/7.b2c4.js'],
    ['r.p="./"', '/app/js/7.b2c4.js'],
    ['r.p="https://cdn.example/x/"', 'https://cdn.example/x/js/7.b2c4.js'],
    [String.raw`r.p=e.replace(/^blob:|[?#].*$/g,"").replace(/\/[^/]+$/,"/")+"../"})(),(()=>{const e={792:0}`, '/s/js/7.b2c4.js'],
    [String.raw`i.p=(c=c.replace(/^blob:/,"").replace(/#.*$/,"").replace(/\?.*$/,"").replace(/\/[^\/]+$/,"/"))+"../",e={889:0}`, '/s/js/7.b2c4.js'],
    ['__webpack_require__.p = scriptUrl + "../../";', '/js/7.b2c4.js'],
    ['__webpack_require__.p = scriptUrl;', '/s/a/js/7.b2c4.js'],
  ])('holds the folder of webpack: %s', (publicPath, expected) => {
    expect(inScript(`r.u=e=>"js/"+e+"."+{7:"b2c4"}[e]+".js",r.o=1,${publicPath}`, '/s/a/main.js')).toContain(`document code ${expected}`);
  });

  it.each([
    ['a()\n//# sourceMappingURL=a.js.map', undefined, '/app/a.js.map'],
    ['//# sourceMappingURL=first.map\n//# sourceMappingURL=last.map', undefined, '/app/last.map'],
    ['a()', '/maps/a.map', '/maps/a.map'],
    ['a()', undefined, '/app/a.js.map'],
  ])('leads to its source map: %j', (code, header, expected) => {
    expect(references(code, 'a.js', 'text/javascript', header)).toEqual([`map code ${expected}`]);
  });

  it('has its map in it', () => {
    expect(references('a()\n//# sourceMappingURL=data:application/json;base64,e30=', 'a.js', 'text/javascript')).toEqual([]);
  });
});

describe('what is told by the media type', () => {
  it('decides, and the name where the server does not say', () => {
    expect(references('@import "b.css"', 'a.php', 'text/css')).toEqual(['document markup /app/b.css', 'map code /app/a.php.map']);
    expect(references('import("./b.js")', 'a.js', 'text/plain')[0]).toBe('document code /app/b.js');
    expect(references('import("./b.js")', 'a.bin', 'application/wasm')).toEqual([]);
    expect(references('{"a":"b.js"}', 'a.json', 'application/json')).toEqual(['document code /app/b.js']);
    expect(references('\ufeff\n<!DOCTYPE html><script src=a.js></script>', '/app/', '')).toEqual(['document markup /app/a.js']);
    expect(references('<!DOCTYPE html><script src=a.js></script>', '/app/', 'text/plain')).toEqual([]);
  });
});

describe('a hostile text', () => {
  it.each([
    ['quotes', '"'.repeat(1_000_000)], ['names without an end', `"${'a/'.repeat(500_000)}`], ['extensions', '.js"'.repeat(250_000)],
    ['calls', 'import('.repeat(150_000)], ['tables', `r.u=e=>${'{1:"a"'.repeat(100_000)}`], ['folders', 'r.p=(e'.repeat(150_000)], ['functions', 'r.u=e=>'.repeat(140_000)], ['plus signs', `r.u=e=>${'"a"+'.repeat(200_000)}`], ['addresses', 'url('.repeat(250_000)], ['blanks', `@import${' '.repeat(1_000_000)}`],
    ['maps', '//# sourceMappingURL='.repeat(50_000)],
  ])('is read in linear time: %s', (_, text) => {
    for (const type of ['text/javascript', 'text/css', 'text/html']) expect(references(text, 'a', type).length).toBeLessThan(1_000_000);
  });

  it('may have many tags', () => {
    expect(inPage('<script src=a.js></script>'.repeat(100_000))).toHaveLength(100_000);
    expect(inPage('<div>'.repeat(300_000))).toEqual([]);
  });
});
