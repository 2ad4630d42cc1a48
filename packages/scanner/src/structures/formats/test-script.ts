import { StructureBuilder } from '../structure-builder.ts';
import { called } from '../words.ts';
import type { Format } from './format.ts';
import { endOfCall } from './end-of-call.ts';

/**
 * Scripts of test tools. What they send is read as the programs that they are; here stands what the tools call the parts of one, so that a finding
 * can say it.
 */
export const testScript: Format = {
  name: 'test script',
  accepts: (path, text) => toolOf(path, text) !== undefined,
  read(text, path) {
    const builder = new StructureBuilder();
    const tool = toolOf(path, text);
    if (tool === undefined) return builder;
    builder.place({ start: 0, end: text.length }, tool.words);
    for (const match of tool.part === undefined ? [] : text.matchAll(tool.part)) {
      const { kind = '', method = '', name = '' } = match.groups ?? {};
      const words = called(kind === '' ? tool.partWords(method) : kind, name);
      builder.place({ start: match.index, end: endOfCall(text, match.index) }, `the ${words} of ${tool.words}`);
    }
    return builder;
  },
};

interface Tool {
  /** For people: `a k6 script`. */
  readonly words: string;
  readonly files: RegExp;
  readonly sign: RegExp;
  /** Where a part of a script begins: its `name` is what the tool shows, its `method` that of the request. */
  readonly part?: RegExp;
  readonly partWords: (method: string) => string;
}

const scripts = /\.(?:[cm]?[jt]s|[jt]sx)$/;
const quotedName = String.raw`(?<quote>["'\`])(?<name>[^"'\`\n]{0,200})\k<quote>`;
const call = (callee: string): RegExp => new RegExp(String.raw`(?<![\w.$])${callee}\s{0,40}\(\s{0,40}${quotedName}`, 'g');
const module = (names: string): RegExp => new RegExp(String.raw`(?:\bfrom|\brequire\(|\bimport\(?)\s{0,8}["'](?:${names})["']`);
const request = (method: string): string => `request ${method}`.trim();

const tools: readonly Tool[] = [
  // An archive of k6 holds its script as `data`.
  { words: 'a k6 script', files: /\.(?:[cm]?[jt]sx?|tar!data)$/, sign: module(String.raw`k6(?:\/[\w./-]+)?|https:\/\/jslib\.k6\.io\/[^"']+`), part: call(String.raw`http\.(?<method>get|post|put|patch|del|head|options|request)`), partWords: request },
  { words: 'a Gatling simulation', files: /\.(?:scala|java|kt|[cm]?[jt]s)$/, sign: /\bio\.gatling\.|["']@gatling\.io\//, part: call('http'), partWords: () => 'request' },
  { words: 'the handlers of MSW', files: scripts, sign: module(String.raw`msw(?:\/[\w/-]+)?`), part: call(String.raw`(?:http|rest)\.(?<method>get|post|put|patch|delete|head|options|all)`), partWords: (method) => `handler of ${method.toUpperCase()}` },
  { words: 'the interceptors of nock', files: scripts, sign: module('nock'), part: call('nock'), partWords: () => 'scope' },
  { words: 'a Playwright test', files: scripts, sign: module(String.raw`@?playwright\/test`), part: call(String.raw`test`), partWords: () => 'test' },
  { words: 'a Cypress test', files: scripts, sign: /\bcy\.(?:request|visit|intercept|session)\s*\(/, part: call('it'), partWords: () => 'test' },
  { words: 'a script that runs Newman', files: scripts, sign: module('newman'), partWords: request },
  { words: 'a Locust file', files: /\.py$/, sign: /^(?:from|import) locust\b/m, partWords: request },
];

function toolOf(path: string, text: string): Tool | undefined {
  return tools.find(({ files, sign }) => files.test(path) && sign.test(text));
}
