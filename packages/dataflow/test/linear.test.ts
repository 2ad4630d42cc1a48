import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Node } from '../src/index.ts';
import { classifiedKeys, contradictions, exposures, jobLeaks, logLeaks, originProblems, payloadLeaks, ProgramAnalysis, schemeProblems, secretLeaks, signatureProblems } from '../src/index.ts';
import { walk } from '../src/syntax/walk.ts';
import { parsers } from './fold.ts';

/** What each rule of the ESLint plugin asks. */
const analyses: Readonly<Record<string, (analysis: ProgramAnalysis) => unknown>> = {
  keys: (analysis) => classifiedKeys(analysis, []),
  logs: (analysis) => logLeaks(analysis),
  jobs: (analysis) => jobLeaks(analysis),
  payloads: (analysis) => payloadLeaks(analysis, { tokens: true, isCallbackType: undefined }),
  secrets: (analysis) => secretLeaks(analysis),
  signatures: (analysis) => signatureProblems(analysis, 'src/submit/callback.ts'),
  exposures: (analysis) => exposures(analysis, { isBrowser: () => true, nextConfig: true }),
  schemes: (analysis) => schemeProblems(analysis),
  origins: (analysis) => originProblems(analysis),
  environments: (analysis) => contradictions(analysis, { otherEnvironments: ['test'] }),
};

/** Programs that are long in one way each. `#` is a number. */
const shapes: Readonly<Record<string, { readonly head?: string; readonly part: string; readonly tail?: string }>> = {
  'requests, each with a key': { part: `fetch('https://submit.atomyx.io/api/jobs', { method: 'POST', headers: { Authorization: 'Bearer «key»' }, body: JSON.stringify({ externalId: 'o#', metadata: { n: # } }) });` },
  'calls of one wrapper': {
    head: `const send = (path, key) => fetch('https://submit.atomyx.io/api' + path, { headers: { Authorization: \`Bearer \${key}\` } });`,
    part: `send('/jobs', process.env.SUBMIT_API_KEY_#);`,
  },
  'wrappers of wrappers': {
    head: `const send0 = (key) => fetch('https://submit.atomyx.io/api/jobs', { headers: { Authorization: key } }); const send1 = (key) => send0('Bearer ' + key);`,
    part: `function order#(apiKey) { console.log(apiKey); return send1(apiKey); } order#(process.env.ATOMYX_SUBMIT_API_KEY);`,
  },
  'logs of one variable': { head: 'const submitApiKey = process.env.SUBMIT_API_KEY;', part: 'console.log("key #", submitApiKey, { submitApiKey });' },
  'writes to one object': { head: `const headers = {}; const job = { externalId: 'a' };`, part: `headers['x-#'] = process.env.SUBMIT_API_KEY; job.metadata = { n: # };`, tail: `fetch('https://submit.atomyx.io/api/jobs', { headers, body: JSON.stringify(job) });` },
  'writes to one variable': { head: 'let submitUrl = "https://submit.atomyx.io/api";', part: `if (a#) submitUrl = 'https://submit.atomyx.io/api/jobs?n=#';`, tail: 'fetch(submitUrl, { headers: { Authorization: process.env.SUBMIT_API_KEY } });' },
  'members of one object': { head: 'export const atomyx = {', part: `part#: { submitApiKey: '«key»', url: 'https://submit.atomyx.io/api/jobs?n=#' },`, tail: '};' },
  'a long sum': { head: `const submitApiKey = ''`, part: `+ 'part#'`, tail: '; console.log(submitApiKey);' },
  'handlers of callbacks': { part: `app.post('/submit/callback/#', (req, res) => { orders.save(req.body.externalId); if (req.get('X-Atomyx-Signature') === sign(req.body)) res.end(); });` },
  'verifying functions': { head: 'const verify0 = (request) => check(request);', part: `app.post('/submit/callback/#', async (req) => { await guard#(req); use(req.body); }); const guard# = (req) => helper#(req); const helper# = (req) => verify0(req);` },
  'types of callbacks': { part: 'interface SubmitCallback# extends Base# { externalId: string; auth: Auth#; apiKey: string } interface Base# { status: string } type Auth# = Pick<Base#, "status"> & { token: string };' },
  'schemas of callbacks': { head: `import { z } from 'zod';`, part: 'const base# = z.object({ apiKey: z.string() }); export const submitCallback# = base#.extend({ inner: z.array(base#) });' },
  'clients of one class': {
    head: `class SubmitClient { constructor(key) { this.key = key; } post(path) { return fetch('https://submit.atomyx.io/api' + path, { headers: { Authorization: 'Bearer ' + this.key } }); } }`,
    part: `const client# = new SubmitClient('«key»'); client#.post('/jobs/#');`,
  },
  'functions in functions': { part: 'function outer#(key) { return () => () => log(key, process.env.SUBMIT_API_KEY); } outer#(1)()();' },
};

const sizes = [100, 200, 400] as const;

function programOf({ head = '', part, tail = '' }: (typeof shapes)[string], size: number): string {
  const parts = Array.from({ length: size }, (_, index) => part.replaceAll('#', String(index)).replaceAll('«key»', () => randomBytes(20).toString('hex')));
  return [head, ...parts, tail].join('\n');
}

/** How often an analysis looks at a node of a program: each look asks for its type. */
function looksOf(code: string, analyse: (analysis: ProgramAnalysis) => unknown): number {
  const facts = parsers['typescript-eslint'](code);
  let looks = 0;
  walk(facts.program, facts.visitorKeys, (node: Node) => {
    const { type } = node;
    Object.defineProperty(node, 'type', {
      get: () => {
        looks += 1;
        return type;
      },
    });
    return true;
  });
  looks = 0;
  analyse(new ProgramAnalysis(facts.program, facts, { hosts: ['submit.atomyx.io'], stagingHosts: ['staging.submit.example'], isSubmitName: () => false }));
  return looks;
}

it('quadratic work is told from linear work', () => {
  const quadratic = ({ index, program, evaluator }: ProgramAnalysis): void => {
    for (const _ of index.calls) walk(program, evaluator.keys, () => true);
  };
  const [first = 0, second = 0] = sizes.map((size) => looksOf(programOf({ part: 'f(#);' }, size), quadratic));
  expect(second / first).toBeGreaterThan(3.5);
});

// Twice the program is twice the work: four times would be quadratic. What is capped may cost less.
describe.each(Object.entries(shapes))('the work for %s', (_title, shape) => {
  it.each(Object.entries(analyses))('grows as the program does: %s', (_name, analyse) => {
    const [first = 0, second = 0, third = 0] = sizes.map((size) => looksOf(programOf(shape, size), analyse));
    expect(first).toBeGreaterThan(0);
    expect(second / first).toBeLessThan(2.6);
    expect(third / second).toBeLessThan(2.6);
  });
});
