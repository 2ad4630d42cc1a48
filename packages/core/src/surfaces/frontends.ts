import { isInteractive, isMinified, runsInBrowser, runsOnServer } from './code-signs.ts';
import { publicPrefix } from './public-names.ts';
import type { SurfaceEntry } from './surface-entry.ts';

/** What a web server hands out. */
const web = '{html,htm,xhtml,js,mjs,css,json,map,webmanifest,wasm,svg,xml,txt,rsc}';
const code = '{js,mjs,jsx,ts,mts,tsx}';

/** Served as it is, whatever stands above it. */
export const publicPlaces: readonly SurfaceEntry[] = [
  {
    surface: 'frontend',
    what: 'folders that a web server hands out',
    globs: [
      `**/{public,wwwroot,htdocs,webroot,public_html,_site,storybook-static}/**/*.${web}`,
      `**/{static,www}/**/*.{html,htm,js,mjs,css,json,map}`,
      '**/.next/static/**',
      '**/.svelte-kit/output/client/**',
      '**/.{nuxt,vinxi,vercel/output}/{dist/client,static}/**',
      `**/{dist,build,out}/{client,browser,public,static,assets}/**/*.${web}`,
    ],
  },
  {
    surface: 'frontend',
    what: 'bundles and pages anywhere',
    globs: ['*.{min,bundle,chunk}.{js,mjs,css,js.map,mjs.map,css.map}', '*.css.map', '*.{html,htm,xhtml}'],
  },
];

/** Parts of a project that only run on a server, on a build machine or in tests. */
export const serverPlaces: readonly SurfaceEntry[] = [
  {
    surface: 'repository',
    what: 'server code',
    globs: [
      '*.server.{js,jsx,ts,tsx,mjs,mts,cjs,js.map,mjs.map}',
      `+{server,page.server,layout.server}.{js,ts}`,
      '**/{server,functions,lambda,lambdas}/**',
      '**/{dist,build,out,.next}/{ssr,server-bundle,api,standalone}/**',
      '**/.{output,svelte-kit/output,next}/server/**',
      `**/{pages,app}/api/**/*.${code}`,
      `**/{emails,email-templates}/**/*.${code}`,
      `{middleware,proxy,instrumentation,route}.{js,ts}`,
    ],
  },
  {
    surface: 'repository',
    what: 'tests, configuration of tools, and manifests',
    globs: [
      `*.{test,spec}.${code}`,
      `**/{test,tests,__tests__}/**/*.${code}`,
      '*.config.{js,mjs,cjs,ts,mts,cts,json}',
      '{package,package-lock,tsconfig,composer,angular,project}.json',
      'tsconfig.*.json',
      '*.d.{ts,mts,cts}',
    ],
  },
];

/** What build tools write, unless it shows that it is for a server. */
export const builtPlaces: readonly SurfaceEntry[] = [
  {
    surface: 'frontend',
    what: 'output of a build',
    globs: [`**/{dist,build,out,release-web,web-build}/**/*.{html,htm,xhtml,js,mjs,css,json,map,webmanifest,wasm,rsc}`],
    sign: (head) => !runsOnServer(head),
  },
  {
    surface: 'frontend',
    what: 'minified code',
    globs: ['*.{js,mjs}'],
    sign: (head) => isMinified(head) && !runsOnServer(head),
  },
  { surface: 'repository', what: 'other output of a build', globs: ['**/{dist,build,out}/**'] },
];

/** Source code that runs in browsers. */
export const browserCode: readonly SurfaceEntry[] = [
  {
    surface: 'frontend',
    what: 'components and code of folders that are for browsers',
    globs: [
      '*.{vue,svelte,marko,riot}',
      '*.component.{ts,js}',
      '**/environments/environment{,.*}.ts',
      `**/{frontend,webapp,browser}/**/*.${code}`,
      `**/client/src/**/*.${code}`,
      `**/{assets/javascripts,app/javascript}/**/*.${code}`,
    ],
    sign: (head) => !runsOnServer(head),
  },
  { surface: 'frontend', what: 'code that says so', globs: [`*.${code}`], sign: runsInBrowser },
  { surface: 'frontend', what: 'interactive components', globs: ['*.{jsx,tsx}'], sign: isInteractive },
  { surface: 'repository', what: 'components that Next.js renders on the server', globs: ['**/app/**/*.{jsx,tsx}'] },
  { surface: 'frontend', what: 'other components', globs: ['*.{jsx,tsx}'], sign: (head) => !runsOnServer(head) },
  {
    surface: 'frontend',
    what: 'an environment file in which every name is public',
    globs: ['.env', '.env.*', '*.env'],
    sign: isPublicEnvironment,
  },
];

const publicAssignment = new RegExp(String.raw`^(?:export\s+)?${publicPrefix}\w*\s*=`);

function isPublicEnvironment(head: string): boolean {
  const assignments = head.split('\n').filter((line) => /^\s*(?:export\s+)?[A-Za-z_]\w*\s*=/.test(line));
  return assignments.length > 0 && assignments.every((line) => publicAssignment.test(line.trimStart()));
}
