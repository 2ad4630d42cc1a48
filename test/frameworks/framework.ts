/** A web framework, or a bundler without plugins of ours, as the proof drives it. */
export interface Framework {
  readonly name: string;
  /** Folder of its installation below `.cache/frameworks`. */
  readonly installation: string;
  /** `name@version`. */
  readonly packages: readonly string[];
  /** Files of a project in which what a browser loads imports `leaks/index.js`, but for the configuration. */
  readonly files: Readonly<Record<string, string>>;
  /** Folder of the files above that is next to `leaks`, which says where the leaking modules go. */
  readonly leaks: string;
  /** Configuration with and without the plugin; `undefined` where it takes none. */
  readonly configuration: ((withPlugin: boolean) => Readonly<Record<string, string>>) | undefined;
  /** Code that reads a variable which is public in this framework, and the name of the variable; absent where there is none. */
  readonly publicVariable?: { readonly name: string; readonly code: string };
  /** Path of the program in `node_modules` and its arguments. */
  readonly build: readonly [program: string, ...args: string[]];
  /** What browsers load, below the project. */
  readonly shipped: string;
}

const page = 'export const send = (credentials) => fetch("/jobs", { headers: { authorization: credentials.join() } });\n';

const nextConfig = (extra: string) => (withPlugin: boolean): Readonly<Record<string, string>> => ({
  'next.config.mjs': withPlugin
    ? `import withSubmitGuard from 'unplugin-submit-guard/next';\nexport default withSubmitGuard({ ${extra} });\n`
    : `export default { ${extra} };\n`,
});

const next = {
  installation: 'next',
  packages: ['next@16.4.6', 'react@19', 'react-dom@19'],
  publicVariable: { name: 'NEXT_PUBLIC_ATOMYX_API_KEY', code: 'process.env.NEXT_PUBLIC_ATOMYX_API_KEY' },
  shipped: '.next/static',
};

const button = `'use client';\nimport { credentials } from '../leaks/index.js';\nimport { send } from '../send.js';\nexport function Button() {\n  return <button onClick={() => send(credentials())}>Send</button>;\n}\n`;
const root = 'turbopack: { root: import.meta.dirname + "/../.." }';

const appFiles = {
  'send.js': page,
  'app/layout.jsx': 'export default function Layout({ children }) {\n  return <html lang="en"><body>{children}</body></html>;\n}\n',
  'app/button.jsx': button,
  'app/page.jsx': `import { Button } from './button.jsx';\nexport default function Page() {\n  return <Button />;\n}\n`,
  'app/api/jobs/route.js': 'export const POST = () => fetch("https://submit.atomyx.io/api/jobs", { method: "POST", headers: { Authorization: `Bearer ${process.env.SUBMIT_API_KEY}` } });\n',
};

const pagesFiles = {
  'send.js': page,
  'pages/index.jsx': button.replace("'use client';\n", '').replace('export function Button', 'export default function Page'),
  'pages/api/jobs.js': 'export default async function handler(request, response) {\n  const headers = { Authorization: `Bearer ${process.env.SUBMIT_API_KEY}` };\n  response.json(await (await fetch("https://submit.atomyx.io/api/jobs", { method: "POST", headers })).json());\n}\n',
};

const plugged = (withPlugin: boolean): readonly [string, string] => (withPlugin ? [`import submitGuard from 'unplugin-submit-guard/vite';\n`, 'submitGuard()'] : ['', '']);

export const frameworks: readonly Framework[] = [
  { ...next, name: 'Next.js app router, Turbopack', files: appFiles, leaks: 'leaks', configuration: nextConfig(`productionBrowserSourceMaps: true, ${root}`), build: ['next/dist/bin/next', 'build'] },
  { ...next, name: 'Next.js app router, webpack', files: appFiles, leaks: 'leaks', configuration: nextConfig('productionBrowserSourceMaps: true'), build: ['next/dist/bin/next', 'build', '--webpack'] },
  { ...next, name: 'Next.js pages router, Turbopack', files: pagesFiles, leaks: 'leaks', configuration: nextConfig(`productionBrowserSourceMaps: true, ${root}`), build: ['next/dist/bin/next', 'build'] },
  { ...next, name: 'Next.js pages router, webpack', files: pagesFiles, leaks: 'leaks', configuration: nextConfig('productionBrowserSourceMaps: true'), build: ['next/dist/bin/next', 'build', '--webpack'] },
  {
    name: 'SvelteKit',
    installation: 'sveltekit',
    packages: ['@sveltejs/kit@2.70.4', '@sveltejs/vite-plugin-svelte@6.2.3', 'svelte@5', 'vite@7'],
    files: {
      'svelte.config.js': 'export default {};\n',
      'src/app.html': '<!doctype html>\n<html lang="en"><head>%sveltekit.head%</head><body>%sveltekit.body%</body></html>\n',
      'src/lib/send.js': page,
      'src/routes/+page.svelte': `<script>\n  import { credentials } from '$lib/leaks/index.js';\n  import { send } from '$lib/send.js';\n</script>\n<button onclick={() => send(credentials())}>Send</button>\n`,
      'src/routes/api/+server.js': `import { SUBMIT_API_KEY } from '$env/static/private';\nexport const POST = () => fetch('https://submit.atomyx.io/api/jobs', { method: 'POST', headers: { Authorization: \`Bearer \${SUBMIT_API_KEY}\` } });\n`,
    },
    leaks: 'src/lib/leaks',
    configuration: (withPlugin) => {
      const [line, plugin] = plugged(withPlugin);
      return { 'vite.config.js': `import { sveltekit } from '@sveltejs/kit/vite';\n${line}export default { plugins: [sveltekit(), ${plugin}], build: { sourcemap: true } };\n` };
    },
    publicVariable: { name: 'VITE_ATOMYX_API_KEY', code: 'import.meta.env.VITE_ATOMYX_API_KEY' },
    build: ['vite/bin/vite.js', 'build'],
    shipped: '.svelte-kit/output/client',
  },
  {
    name: 'Astro',
    installation: 'astro',
    packages: ['astro@5.9.4'],
    files: {
      'src/send.js': page,
      'src/pages/index.astro': `---\nconst isReady = Boolean(process.env.SUBMIT_API_KEY);\n---\n<html lang="en"><head><title>Send</title></head><body><button>{isReady ? 'Send' : 'Soon'}</button>\n<script>\n  import { credentials } from '../leaks/index.js';\n  import { send } from '../send.js';\n  document.querySelector('button').onclick = () => send(credentials());\n</script></body></html>\n`,
    },
    leaks: 'src/leaks',
    configuration: (withPlugin) => {
      const [line, plugin] = plugged(withPlugin);
      return { 'astro.config.mjs': `${line}export default { telemetry: false, vite: { plugins: [${plugin}], build: { sourcemap: true } } };\n` };
    },
    publicVariable: { name: 'PUBLIC_ATOMYX_API_KEY', code: 'import.meta.env.PUBLIC_ATOMYX_API_KEY' },
    build: ['astro/astro.js', 'build'],
    shipped: 'dist',
  },
  {
    name: 'Parcel',
    installation: 'parcel',
    packages: ['parcel@2.16.4'],
    files: {
      'send.js': page,
      'index.html': '<!doctype html>\n<html lang="en"><body><button>Send</button><script type="module" src="./main.js"></script></body></html>\n',
      'main.js': `import { credentials } from './leaks/index.js';\nimport { send } from './send.js';\ndocument.querySelector('button').onclick = () => send(credentials());\n`,
    },
    leaks: 'leaks',
    configuration: undefined,
    publicVariable: { name: 'SUBMIT_KEY', code: 'process.env.SUBMIT_KEY' },
    build: ['parcel/lib/bin.js', 'build', 'index.html', '--no-cache', '--cache-dir', '.parcel-cache'],
    shipped: 'dist',
  },
  {
    name: 'Angular CLI',
    installation: 'angular',
    packages: ['@angular/build@20', '@angular/cli@20', '@angular/core@20', '@angular/common@20', '@angular/compiler@20', '@angular/compiler-cli@20', '@angular/platform-browser@20', 'typescript@5.9', 'rxjs@7', 'zone.js@0.15', 'tslib'],
    files: {
      'angular.json': JSON.stringify({
        version: 1,
        cli: { analytics: false, cache: { enabled: false } },
        projects: {
          shop: {
            projectType: 'application',
            root: '',
            sourceRoot: 'src',
            architect: { build: { builder: '@angular/build:application', options: { browser: 'src/main.ts', index: 'src/index.html', tsConfig: 'tsconfig.json', outputPath: 'dist', sourceMap: true } } },
          },
        },
      }),
      'tsconfig.json': JSON.stringify({ compilerOptions: { target: 'ES2022', module: 'ES2022', moduleResolution: 'bundler', allowJs: true, resolveJsonModule: true, skipLibCheck: true, types: [], experimentalDecorators: true }, files: ['src/main.ts'] }),
      'src/index.html': '<!doctype html>\n<html lang="en"><head><title>Shop</title></head><body><shop-root></shop-root></body></html>\n',
      'src/send.js': page,
      'src/main.ts': `import { Component } from '@angular/core';\nimport { bootstrapApplication } from '@angular/platform-browser';\nimport 'zone.js';\nimport { credentials } from './leaks/index.js';\nimport { send } from './send.js';\n\n@Component({ selector: 'shop-root', template: '<button (click)="send()">Send</button>' })\nclass Shop {\n  send() {\n    return send(credentials());\n  }\n}\nbootstrapApplication(Shop);\n`,
    },
    leaks: 'src/leaks',
    configuration: undefined,
    build: ['@angular/cli/bin/ng.js', 'build'],
    shipped: 'dist/browser',
  },
];
