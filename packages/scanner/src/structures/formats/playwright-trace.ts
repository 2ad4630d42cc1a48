import { StructureBuilder } from '../structure-builder.ts';
import { called, quoted } from '../words.ts';
import type { Format } from './format.ts';

/**
 * The files of a trace of Playwright, an event a line (`packages/trace/src/trace.ts` of github.com/microsoft/playwright): requests as in HAR, and what a test
 * did. The text is read as it is; here stands which event a line is.
 */
export const playwrightTrace: Format = {
  name: 'Playwright trace',
  accepts: (path) => /trace\.(?:trace|network|stacks)$|(?:^|[/!])test\.trace$/.test(path),
  read(text) {
    const builder = new StructureBuilder();
    builder.place({ start: 0, end: text.length }, 'a Playwright trace');
    for (const match of text.matchAll(/^\{"type":"([\w-]+)"([^\n]*)$/gm)) {
      const words = wordsOf(match[1] ?? '', match[2] ?? '');
      if (words !== undefined) builder.place({ start: match.index, end: match.index + match[0].length }, `the ${words} in a Playwright trace`);
    }
    return builder;
  },
};

function wordsOf(type: string, event: string): string | undefined {
  if (type === 'resource-snapshot') {
    const [, method = '', url = ''] = /"method":"(\w{1,20})","url":"([^"?#]{0,500})/.exec(event) ?? [];
    return `request ${method} ${quoted(url)}`;
  }
  if (type === 'stdout' || type === 'stderr') return `output on ${type}`;
  const title = /"title":"((?:[^"\\]|\\.){0,200})"/.exec(event)?.[1];
  return type === 'before' && title !== undefined ? called('step', title) : undefined;
}
