import { codesOf, isBlankAt, wordChars } from '../characters/codes.ts';
import type { Range } from '../evidence/evidence.ts';
import type { Operand } from './expressions.ts';
import { operandsFrom } from './expressions.ts';

/** What is handed over to be the credential of a request. */
export interface CredentialArgument {
  /** The function or option, up to its argument. */
  readonly anchor: Range;
  readonly operands: readonly Operand[];
}

/** Functions of client libraries that take a credential: by the end of their names, and what follows it. */
const takesCredential = /(?:bearer|token)(?:_?auth)?(?:_?token)?(?:\(|[ \t]*\{\s*(?=["'`$@]))|:oauth-token\s|\{\s*:bearer,|bearer(?<=\bCURLOPT_XOAUTH2_bearer)\s*,|bearer(?<=\wbearer)(?:_?auth)?(?:_?token)?[ \t]+(?=[a-z_]\w*[ \t]*(?:[)\r\n]|$))/gi;
const isWord = codesOf(wordChars);
/**
 * Their whole names, without underscores, in lower case: `withToken` (Laravel), `bearer_auth` (reqwest), `SetAuthToken` (resty), `WithOAuthBearerToken` (Flurl), `setBearerAuth`
 * (Spring), `req_auth_bearer_token` (httr2), `oAuth2Bearer` (req of Haskell), `auth.bearer` (sttp), `CURLOPT_XOAUTH2_BEARER`.
 */
const ofLibraries = /^(?:curloptxoauth2bearer|(?:set|with|use|add|req|http|put)*(?:auth|oauth2?|oauth)?bearer(?:auth|token)*|(?:set|with)(?:auth|access|bearer|oauth2?)?token)$/;
/** Longest name of a function, in UTF-16 units. */
const longestName = 60;
const definition = /\b(?:function|def|func|fun|fn|sub|void|static|public|private|protected|class|new)\s+(?:\w+\s+)?$/;

/** `.auth(KEY, { type: 'bearer' })` */
const authCall = /\.auth\(\s*(?=[^(){}\n]{1,500},\s*\{[^{}]{0,200}bearer)/gi;

/** `curl --oauth2-bearer KEY`, `curl -u user:KEY`, `http -A bearer -a KEY`. Begins with the hyphen: there are fewer of them than of blanks. */
const commandLine = /-(?<=(?:^|[\s"'`])-)(?:u|-user|a|-auth|-oauth2-bearer|-bearer|-bearer-token|-auth-token)(?:[ \t]+|=)["']?(?:[\w.@-]{0,60}:)?(?=[^\s"'`:\\]{8}|\$)/gm;

/** Credentials that functions and command lines take as they are, without a header's name: `bearer_auth(key)`. */
export function* credentialArguments(text: string): Generator<CredentialArgument> {
  for (const match of text.matchAll(takesCredential)) {
    const end = match.index + match[0].length;
    const start = /^[:{]/.test(match[0]) ? match.index : startOfCall(text, match.index, match[0]);
    if (start !== -1) yield argumentAt(text, start, end);
  }
  for (const match of text.matchAll(authCall)) yield argumentAt(text, match.index, match.index + match[0].length);
  for (const match of text.matchAll(commandLine)) {
    // What stands in a list of arguments belongs to its quote.
    const start = /["'`]/.test(text.charAt(match.index - 1)) ? match.index - 1 : match.index;
    yield wordAt(text, start, match.index + match[0].length);
  }
}

/** Where the name of a function begins that takes a credential; -1 where it is that of another, or where it is defined. */
function startOfCall(text: string, at: number, matched: string): number {
  let start = at;
  while (start > 0 && at - start < longestName && isWord[text.charCodeAt(start - 1)] === 1) start--;
  const name = (text.slice(start, at) + matched.replace(/[^\w].*$/s, '')).replaceAll('_', '').toLowerCase();
  return ofLibraries.test(name) && !definition.test(text.slice(Math.max(0, start - 60), start)) ? start : -1;
}

/** The first argument of a call. */
function argumentAt(text: string, start: number, end: number): CredentialArgument {
  return { anchor: { start, end }, operands: operandsFrom(text, end).slice(0, 3) };
}

/** A word of a command line: up to the next blank or quote. */
function wordAt(text: string, start: number, end: number): CredentialArgument {
  let to = end;
  while (to < text.length && to - end < 9000 && !isBlankAt(text, to) && !/["'`\\:]/.test(text.charAt(to))) to++;
  const word = text.slice(end, to);
  const name = /^\$\{?(\w+)\}?$/.exec(word)?.[1];
  return { anchor: { start, end }, operands: [{ kind: name === undefined ? 'literal' : 'reference', start: end, end: to, text: name ?? word }] };
}
