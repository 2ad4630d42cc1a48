// Parses the texts that it is sent. The parser is native code: it runs in a process of its own, as a hostile text can exhaust its stack,
// which ends the process, or keep it busy for minutes. `parser-relay.js` starts it and sees to it.
import { pathToFileURL } from 'node:url';

/** @type {typeof import('oxc-parser').parseSync | undefined} */
let parseSync;
let reason = '';
try {
  ({ parseSync } = await import(pathToFileURL(/** @type {string} */ (process.argv[2])).href));
} catch (error) {
  [reason = ''] = String(error instanceof Error ? error.message : error).split('\n', 1);
}

/**
 * @param {import('./parser.ts').Question} question
 * @returns {import('./parser.ts').Parsed}
 */
function answerTo({ text, ways }) {
  if (parseSync === undefined) return { kind: 'missing', reason };
  for (const way of ways) {
    const result = parseSync('program', text, { ...way, astType: 'ts', preserveParens: false });
    // The bindings, unlike the package around them, give the program as JSON, which is how it goes on.
    const json = /** @type {string} */ (/** @type {unknown} */ (result.program));
    if (result.errors.length === 0) return { kind: 'program', json };
  }
  return { kind: 'unreadable' };
}

process.on('message', (/** @type {import('./parser.ts').Question} */ question) => process.send?.(answerTo(question)));
