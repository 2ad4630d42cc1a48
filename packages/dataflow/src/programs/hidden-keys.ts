import type { Range } from '@submit-guard/core';
import { classifyName } from '@submit-guard/core';
import type { QuickTestOptions } from './quick-test.ts';
import { holdsCredibleRun } from './quick-test.ts';

/** What puts a text together out of pieces that need not look like anything. */
const assembly = /fromCharCode|fromCodePoint|\batob\b|\bBuffer\.from\b|\.(?:join|concat|reverse|slice|substr(?:ing)?|replace(?:All)?)\s*\(/;

/**
 * Whether data flow may show a literal key that the text does not show by itself: one that gets its name or its request in
 * a roundabout way, or is put together. Only such a program is worth parsing where the text has shown nothing; code
 * that only mentions Submit, and requests to other services next to it, are not.
 *
 * @param found - keys that the text has shown by itself.
 */
export function mayHideKey(text: string, options: QuickTestOptions, found: readonly Range[] = []): boolean {
  if (options.names.length > 0) return true;
  const hosts = [...options.hosts, ...options.stagingHosts];
  if (!/atomyx/i.test(text) && !hosts.some((host) => text.includes(host)) && !submitAlone.test(text)) return false;
  const isNew = (start: number, end: number): boolean => !found.some((range) => range.start < end && start < range.end);
  const roundabout = makesClient.test(text) || hasOption.test(text) || setsNamed.test(text) || (hosts.some((host) => text.includes(host)) && givesCredential.test(text));
  return bindsComputedValue(text) || (roundabout && holdsCredibleRun(text, isNew)) || (hasOpenHeader(text, hosts) && (holdsCredibleRun(text, isNew) || assembly.test(text)));
}

/** Where neither Atomyx nor a host is named: the names of keys and of addresses that say Submit all the same. */
const submitAlone = /submit[\s\w$.'"[\]?!:{-]{0,60}?(?:api[\s_.:/-]{0,2}key|bearer)|submit_?(?:api|base)/i;

/** A call of something called a client of Submit, and members that its name alone says are Submit's. */
const makesClient = /(?:submit_?(?:client|api|sdk)|atomyx_?(?:submit_?)?(?:client|api|sdk)?)\(\s*[^\s)]/i;

/** An option on a command line with a value, `--atomyx-api-key <key>`: its default stands behind a description. */
const hasOption = /--(?:atomyx|submit)[\w-]{0,40}(?:key|token)[\w-]{0,20}[ =][<[]/i;

/** A call that sets what the call before it names: `bind('AtomyxApiKey').toConstantValue(...)`. */
const setsNamed = /(?:key|token|secret)\w{0,20}["'`]\s*\)\s*\.\s*(?:to\w{0,10}Value|default|orElse)\s*\(/i;

/** A client that is given its credential by a function, or under a name that says little. */
const givesCredential = /(?:auth(?<=\bauth)|(?:token|key)(?<=\b\w{0,20}(?:token|key)))["']?\s*(?::|\()\s*(?:async\b\s*)?(?:\(\w{0,20}\)\s*(?:=>|:|\{)|function\b)|\bauth["']?\s*:\s*["'`]/i;

const keyWord = /key|token|secret|credential/gi;
/** The rest of a name, what closes it, and what binds a value to it. A comma does in `set('submitApiKey', ...)`. */
const binding = /[\w$]{0,64}["'`\]]{0,2}\s{0,40}(?:[?|&]{2}=|[?!]?:|=(?![=>])|,)\s{0,40}/y;
const plainLiteral = /(["'`])(?:(?!\1)[^\\\n$])*\1\s*(?:$|[,;)}\]\n])(?!\s*[+.?|[])/y;
/** A literal that may be a key or a piece of one, a template, or character codes. */
const material = /["'`](?!\w*:\/\/)(?=[^\s"'`]*(?:\d|[A-Za-z]{16}))[^\s"'`]{4,}["'`]|\$\{|\d+\s*,\s*\d+\s*,\s*\d/;
const longestExpression = 400;

/** Whether something that may be called a Submit key is bound to more than one plain literal. */
function bindsComputedValue(text: string): boolean {
  for (const { 0: word, index } of text.matchAll(keyWord)) {
    binding.lastIndex = index + word.length;
    if (!binding.test(text)) continue;
    const start = binding.lastIndex;
    plainLiteral.lastIndex = start;
    if (plainLiteral.test(text)) continue;
    const [expression = ''] = text.slice(start, start + longestExpression).split(';', 1);
    if (material.test(expression) && classifyName(nameAround(text, index)) !== 'other-key') return true;
  }
  return false;
}

function nameAround(text: string, index: number): string {
  const before = /[\w$]*$/.exec(text.slice(Math.max(0, index - 64), index))?.[0] ?? '';
  return before + (/^[\w$]*/.exec(text.slice(index, index + 64))?.[0] ?? '');
}

const furthestCall = 600;
const outermostCall = 4;

/** Whether a credential may be sent with a request whose own statement does not say that it goes elsewhere. */
function hasOpenHeader(text: string, hosts: readonly string[]): boolean {
  for (const { index } of text.matchAll(/authori[sz]ation|bearer/gi)) if (!goesElsewhere(text, index, hosts)) return true;
  return false;
}

/** Whether one of the calls around an offset names the host of another service in front of it, and none of ours. */
function goesElsewhere(text: string, offset: number, hosts: readonly string[]): boolean {
  let closed = 0;
  let calls = 0;
  for (let at = offset - 1; at >= 0 && at > offset - furthestCall && calls < outermostCall; at -= 1) {
    const char = text.charAt(at);
    if (char === ')' || char === '}' || char === ']') closed += 1;
    if (char !== '(' && char !== '{' && char !== '[') continue;
    if (closed > 0) {
      closed -= 1;
      continue;
    }
    if (char !== '(') continue;
    calls += 1;
    const front = text.slice(at, offset);
    if (/https?:\/\/[\w-]+\.[\w-]/.test(front)) return !hosts.some((host) => front.includes(host));
  }
  return false;
}
