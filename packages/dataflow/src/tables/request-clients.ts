/** What an argument of a request function is. */
export type ArgumentRole = 'url' | 'options' | 'body' | 'method' | 'query' | 'headers' | 'batch' | 'skip';

/** What a method of a request, or of an instance, that is being built sets. */
export type BuilderRole = 'header' | 'headers' | 'url' | 'body' | 'query' | 'auth' | 'authorization';

/** A client library: where it comes from, how requests are made with it, and how instances with defaults are made. */
export interface RequestClient {
  readonly name: string;
  readonly modules?: readonly string[];
  readonly globals?: readonly string[];
  /** Names of types by which parameters and fields are known to hold an instance. */
  readonly types?: readonly string[];
  /** Member path from the client to a function that sends a request, and the roles of its arguments; '' is the client itself. */
  readonly calls: Readonly<Record<string, readonly ArgumentRole[]>>;
  /** The same for functions that make an instance; its options are defaults. */
  readonly factories?: Readonly<Record<string, readonly ArgumentRole[]>>;
  /** Methods that go on building, where they are not those of {@link requestMethods}. On an instance they set defaults. */
  readonly builders?: Readonly<Record<string, BuilderRole>>;
  /** The scheme of URLs that name none. */
  readonly protocol?: string;
  /** Requests to which headers can be added by something that the analysis does not follow. */
  readonly open?: boolean;
}

const verbs = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options'] as const;

/** The same layout for every HTTP method, below `prefix`. */
function eachVerb(layout: readonly ArgumentRole[], names: readonly string[] = verbs): Record<string, readonly ArgumentRole[]> {
  return Object.fromEntries(names.map((name) => [name, layout]));
}

const withBody: Record<string, readonly ArgumentRole[]> = {
  ...eachVerb(['url', 'options'], ['get', 'delete', 'head', 'options']),
  ...eachVerb(['url', 'body', 'options'], ['post', 'put', 'patch', 'postForm', 'putForm', 'patchForm']),
};
const plain: Record<string, readonly ArgumentRole[]> = { '': ['url', 'options'], ...eachVerb(['url', 'options']) };

export const requestClients: readonly RequestClient[] = [
  { name: 'fetch', globals: ['fetch', 'Request'], modules: ['node-fetch', 'cross-fetch', 'isomorphic-fetch', 'whatwg-fetch', 'unfetch'], calls: { '': ['url', 'options'], fetch: ['url', 'options'], Request: ['url', 'options'] } },
  {
    name: 'axios',
    globals: ['axios'],
    modules: ['axios', 'redaxios', 'axios-retry'],
    types: ['AxiosInstance', 'AxiosStatic', 'Axios'],
    calls: { '': ['url', 'options'], request: ['options'], ...withBody },
    factories: { create: ['options'], Axios: ['options'] },
  },
  { name: 'got', modules: ['got'], types: ['Got'], calls: { ...plain, stream: ['url', 'options'], paginate: ['url', 'options'] }, factories: { extend: ['options'] } },
  { name: 'ky', modules: ['ky', 'ky-universal'], globals: ['ky'], types: ['KyInstance'], calls: plain, factories: { create: ['options'], extend: ['options'] } },
  {
    name: 'undici',
    modules: ['undici'],
    calls: { fetch: ['url', 'options'], request: ['url', 'options'], stream: ['url', 'options'], pipeline: ['url', 'options'], Request: ['url', 'options'] },
    factories: { Client: ['url', 'options'], Pool: ['url', 'options'], BalancedPool: ['url', 'options'] },
  },
  { name: 'http', modules: ['http', 'node:http'], protocol: 'http:', calls: { request: ['url', 'options'], get: ['url', 'options'] } },
  { name: 'https', modules: ['https', 'node:https', 'follow-redirects'], calls: Object.fromEntries(['', 'http.', 'https.'].flatMap((prefix) => [[`${prefix}request`, ['url', 'options']], [`${prefix}get`, ['url', 'options']]])) },
  { name: 'http2', modules: ['http2', 'node:http2'], calls: { request: ['headers'] }, factories: { connect: ['url', 'options'] } },
  {
    name: 'superagent',
    modules: ['superagent', 'superagent-use'],
    calls: { '': ['method', 'url'], ...eachVerb(['url', 'body'], [...verbs, 'del']) },
    factories: { agent: ['skip'] },
    builders: { set: 'header', auth: 'auth', query: 'query', send: 'body' },
  },
  { name: 'supertest', modules: ['supertest'], calls: eachVerb(['url', 'body'], [...verbs, 'del']), factories: { '': ['url'], agent: ['url'] }, builders: { set: 'header', auth: 'auth', query: 'query', send: 'body' } },
  {
    name: 'request',
    modules: ['request', 'request-promise', 'request-promise-native', 'requestretry', 'postman-request', '@cypress/request'],
    calls: { ...plain, del: ['url', 'options'] },
    factories: { defaults: ['options'] },
  },
  { name: 'needle', modules: ['needle'], calls: { '': ['method', 'url', 'body', 'options'], ...withBody } },
  {
    name: 'wretch',
    modules: ['wretch'],
    calls: { ...eachVerb([], ['get', 'delete', 'head', 'opts']), ...eachVerb(['body'], ['post', 'put', 'patch']) },
    factories: { '': ['url', 'options'] },
    builders: { url: 'url', auth: 'authorization', headers: 'headers', query: 'query', json: 'body', body: 'body' },
    open: true,
  },
  {
    name: 'ofetch',
    modules: ['ofetch', 'ohmyfetch'],
    globals: ['$fetch', 'useFetch', 'useLazyFetch', 'ofetch'],
    calls: { '': ['url', 'options'], ofetch: ['url', 'options'], $fetch: ['url', 'options'], raw: ['url', 'options'] },
    factories: { create: ['options'], 'ofetch.create': ['options'], '$fetch.create': ['options'], createFetch: ['options'] },
  },
  { name: 'angular', types: ['HttpClient'], calls: { ...withBody, request: ['method', 'url', 'options'] }, open: true },
  {
    name: 'openapi-fetch',
    modules: ['openapi-fetch'],
    calls: eachVerb(['url', 'options'], ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS']),
    factories: { '': ['options'], createClient: ['options'] },
  },
  {
    name: 'jquery',
    globals: ['$', 'jQuery'],
    modules: ['jquery'],
    calls: { ajax: ['url', 'options'], get: ['url', 'query'], post: ['url', 'body'], getJSON: ['url', 'query'] },
    factories: { ajaxSetup: ['options'] },
  },
  {
    name: 'k6',
    modules: ['k6/http', 'k6/experimental/http'],
    calls: { ...eachVerb(['url', 'body', 'options'], ['post', 'put', 'patch', 'del', 'options']), get: ['url', 'options'], head: ['url', 'options'], request: ['method', 'url', 'body', 'options'], batch: ['batch'] },
  },
  {
    name: 'playwright',
    modules: ['@playwright/test', 'playwright', 'playwright-core'],
    types: ['APIRequestContext'],
    calls: { ...eachVerb(['url', 'options']), fetch: ['url', 'options'], 'request.get': ['url', 'options'], 'request.post': ['url', 'options'] },
    factories: { newContext: ['options'], 'request.newContext': ['options'] },
  },
  { name: 'playwright-config', modules: ['@playwright/test'], calls: { defineConfig: ['options'], 'test.use': ['options'] }, open: true },
  { name: 'cypress', globals: ['cy'], calls: { request: ['url', 'body'], visit: ['url', 'options'] } },
  { name: 'xhr', globals: ['XMLHttpRequest'], calls: { '': [] } },
  { name: 'event-source', globals: ['EventSource'], modules: ['eventsource'], calls: { '': ['url', 'options'], EventSource: ['url', 'options'] } },
];

/** Methods of a request that is being built, by what they set. `node:http`, `XMLHttpRequest`, superagent, supertest. */
export const requestMethods: Readonly<Record<string, BuilderRole>> = {
  set: 'header',
  setHeader: 'header',
  setRequestHeader: 'header',
  appendHeader: 'header',
  open: 'url',
  send: 'body',
  write: 'body',
  end: 'body',
  query: 'query',
  auth: 'auth',
  bearer: 'auth',
};

/** Names that the options of all these clients use. */
export const optionNames = {
  url: ['url', 'uri', 'href'],
  base: ['baseURL', 'baseUrl', 'prefixUrl', 'prefix', 'origin'],
  host: ['hostname', 'host'],
  path: ['path', 'pathname', ':path'],
  headers: ['headers', 'extraHTTPHeaders', 'HTTPHeaders', 'httpHeaders'],
  body: ['data', 'body', 'json', 'form', 'formData', 'multipart'],
  query: ['params', 'searchParams', 'qs', 'query'],
  hooks: ['beforeSend', 'onRequest', 'hooks', 'beforeRequest', 'transformRequest', 'interceptors', 'agent', 'dispatcher', 'client', 'adapter'],
} as const;
