import type { SurfaceEntry } from './surface-entry.ts';
import { allOf, anyOf } from './surface-entry.ts';

/** Files that test tools write and share, by their names. */
export const testToolNames: readonly SurfaceEntry[] = [
  {
    surface: 'test-tool',
    what: 'saved requests and their variables',
    globs: [
      '*.postman_{collection,environment,globals,test_run,dump}.json',
      '**/.postman/**',
      '{insomnia,hoppscotch,opencollection}*.{json,yaml,yml}',
      '*.insomnia.{json,yaml,yml}',
      '**/.insomnia/**',
      '*.{bru,http,rest,hurl,curl,paw,yaak}',
      'http-client{,.private}.env.json',
      'thunder-{collection,environment}_*.json',
      '**/thunder-tests/**/*.json',
      '**/.httpie/**',
    ],
  },
  {
    surface: 'test-tool',
    what: 'recorded requests',
    globs: [
      '*.har',
      '**/{cassettes,vcr_cassettes,__recordings__,__nock-fixtures__}/**',
      '**/{wiremock,mountebank}/**/*.json',
      '**/newman/**/*.{json,html,xml}',
      '**/playwright-report/**',
      '**/trace.zip/**',
      '**/*.html/report.zip/**',
      '*trace.{trace,network,stacks}',
      'test.trace',
    ],
  },
  {
    surface: 'test-tool',
    what: 'load and end-to-end tests',
    globs: [
      '*.{jmx,jtl}',
      '*soapui*.xml',
      '*{.,-}artillery.{yml,yaml,json}',
      'artillery*.{yml,yaml,json}',
      '*.k6.{js,ts}',
      'locustfile*.py',
      '*simulation.{scala,java,kt}',
      '{cypress,playwright}.config.{js,mjs,cjs,ts,mts,cts}',
      'cypress{,.env}.json',
      '*.cy.{js,jsx,ts,tsx}',
      '**/cypress/**',
      '**/playwright/.auth/**',
    ],
  },
  {
    surface: 'test-tool',
    what: 'notebooks and the history of shells',
    globs: ['*.ipynb', '.{bash,zsh,sh,python,node_repl,irb}_history', 'fish_history', 'consolehost_history.txt'],
  },
];

const documents = ['*.{json,jsonc,yaml,yml}'];
/** OpenAPI 3 and Swagger 2, in JSON and YAML. */
export const describesApi = anyOf(
  /^[ \t]*["']?(?:openapi["']?\s*:\s*["']?3\.|swagger["']?\s*:\s*["']?2\.0)/m,
  /\{\s*"(?:openapi|swagger)"\s*:\s*"[23]\./,
);

const scripts = ['*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'];

/** From the beginning of a line to the name of a module. Elsewhere it may be code in a string. */
const importing = [
  String.raw`import\b[^'"\`\n;]*`,
  String.raw`\}[ \t]*from[ \t]*`,
  String.raw`(?:(?:const|let|var)\b[^'"\`\n;]*)?\brequire[ \t]*\([ \t]*`,
].join('|');

/** A statement that imports or requires one of the modules. */
const imports = (modules: string): RegExp => new RegExp(`^[ \\t]*(?:${importing})["'](?:${modules})["']`, 'm');

const importsK6 = imports(String.raw`k6(?:\/[\w./-]+)?|https:\/\/jslib\.k6\.io\/[^"']+`);

/** Files of test tools under other names, by what is in them. */
export const testToolSigns: readonly SurfaceEntry[] = [
  {
    surface: 'test-tool',
    what: 'exports of Postman, Insomnia, Hoppscotch, Thunder Client, Yaak and RapidAPI in JSON',
    globs: ['*.json'],
    sign: anyOf(
      /"schema"\s*:\s*"https:\/\/schema\.(?:get)?postman\.com|"_postman_(?:id|variable_scope|exported_at)"\s*:/,
      /"_type"\s*:\s*"export"|"__export_format"\s*:/,
      /"preRequestScript"\s*:/,
      /"client(?:Name)?"\s*:\s*"Thunder Client"/,
      /"yaak(?:Version|Schema)"\s*:/,
      /\{\s*"opencollection"\s*:/,
      /"identifier"\s*:\s*"com\.luckymarmot\./,
    ),
  },
  {
    surface: 'test-tool',
    what: 'exports of Insomnia and collections of Bruno in YAML',
    globs: ['*.{yaml,yml}'],
    sign: anyOf(
      /^type:\s*["']?\w+\.insomnia\.rest\b/m,
      /^_type:\s*export\b/m,
      /^opencollection:\s*["']?\d/m,
    ),
  },
  { surface: 'test-tool', what: 'requests of Bruno in YAML', globs: ['*.{yaml,yml}'], sign: allOf(/^info:[ \t]*\r?$/m, /^http:[ \t]*\r?$/m, /^[ \t]+type:[ \t]*["']?http\b/m) },
  { surface: 'test-tool', what: 'exports of Bruno in JSON', globs: ['*.json'], sign: allOf(/"type"\s*:\s*"(?:http|graphql)(?:-request)?"/, /"items"\s*:/, /"request"\s*:\s*\{/) },
  { surface: 'test-tool', what: 'requests of Yaak in YAML', globs: ['*.{yaml,yml}'], sign: allOf(/^type:\s*http_request\b/m, /^model:\s*http_request\b/m) },
  {
    surface: 'test-tool',
    what: 'contracts of Pact',
    globs: documents,
    sign: anyOf(/"pactSpecification(?:Version)?"\s*:/),
  },
  {
    surface: 'test-tool',
    what: 'descriptions of an API, from which tools send requests',
    globs: documents,
    sign: describesApi,
  },
  {
    surface: 'test-tool',
    what: 'Artillery',
    globs: documents,
    sign: allOf(/^["']?config["']?\s*:/m, /^[ \t]+["']?target["']?\s*:/m, /^["']?scenarios["']?\s*:/m),
  },
  {
    surface: 'test-tool',
    what: 'JMeter and SoapUI',
    globs: ['*.xml'],
    sign: anyOf(/<jmeterTestPlan\b/, /<con:soapui-project\b/),
  },
  {
    surface: 'test-tool',
    what: 'scripts of k6, Gatling, Playwright, Cypress, Newman and Swagger UI',
    globs: scripts,
    sign: anyOf(
      importsK6,
      imports(String.raw`@playwright\/test|playwright\/test|newman|artillery|pactum|@gatling\.io\/[\w-]+`),
      imports(String.raw`msw(?:\/[\w/-]+)?|nock|@pollyjs\/[\w-]+`),
      /\/\/\/\s*<reference types=["']cypress["']/,
      /^[ \t]*(?:return |await )?cy\.(?:request|visit|intercept)\s*\(/m,
      /\bSwaggerUIBundle\s*\(/,
    ),
  },
  { surface: 'test-tool', what: 'environments of the REST Client', globs: ['**/.vscode/settings.json', '*.code-workspace'], sign: anyOf(/"rest-client\.environmentVariables"/) },
  { surface: 'test-tool', what: 'requests of RapidAPI', globs: ['*.json'], sign: allOf(/"local_uuid"\s*:/, /"headers"\s*:\s*\[/) },
  { surface: 'test-tool', what: 'the script in an archive of k6', globs: ['**/*.tar/data'], sign: anyOf(importsK6) },
  { surface: 'test-tool', what: 'archives of k6, and options with scenarios', globs: ['*.json'], sign: anyOf(/"k6[vV]ersion"\s*:/, /"executor"\s*:\s*"[a-z-]+"/) },
  { surface: 'test-tool', what: 'options of k6', globs: ['*.json'], sign: allOf(/"env"\s*:\s*\{/, /"(?:vus|stages|iterations)"\s*:/) },
  { surface: 'test-tool', what: 'Locust', globs: ['*.py'], sign: anyOf(/^from locust\b|^import locust\b/m) },
  { surface: 'test-tool', what: 'Gatling', globs: ['*.{scala,java,kt}'], sign: anyOf(/\bio\.gatling\./) },
  {
    surface: 'test-tool',
    what: 'Karate',
    globs: ['*.feature'],
    sign: anyOf(/^[ \t]*\*[ \t]+(?:url|header|configure|def)\s/m),
  },
];
