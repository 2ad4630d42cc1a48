import type { Text } from '../documents/text.ts';
import { plainText, rangeOfText } from '../documents/text.ts';
import type { Credential, Variable } from '../structure.ts';
import { headerCredential, StructureBuilder } from '../structure-builder.ts';
import { called, quoted } from '../words.ts';
import type { Format } from './format.ts';
import { variablesSetIn } from './script-variables.ts';

/**
 * Requests in `.http` and `.rest` files, as the REST Client of VS Code and the HTTP Client of JetBrains read them
 * (https://marketplace.visualstudio.com/items?itemName=humao.rest-client, https://www.jetbrains.com/help/idea/http-client-in-product-code-editor.html).
 */
export const httpFile: Format = {
  name: 'HTTP file',
  accepts: (path) => /\.(?:http|rest)$/.test(path),
  read(text) {
    const builder = new StructureBuilder();
    const variables = [...text.matchAll(/^@([\w.-]+)[ \t]*=(.*)$/gm)].map((match): Variable => {
      const [whole, name = '', rest = ''] = match;
      const value = rest.trim();
      const end = match.index + whole.trimEnd().length;
      const place = { start: match.index + 1, end: match.index + 1 + name.length };
      return builder.variable(name, place, plainText(value, end - value.length), `the value of ${quoted(`@${name}`)} in an HTTP file`);
    });
    for (const request of requestsIn(text)) readRequest(builder, request, variables);
    return builder;
  },
};

/** What stands between lines that begin with `###`. */
function requestsIn(text: string): readonly Text[] {
  const starts = [0, ...[...text.matchAll(/^###/gm)].map(({ index }) => index)];
  return starts.map((start, index) => plainText(text.slice(start, starts[index + 1] ?? text.length), start));
}

const requestLine = /^[ \t]*(?:(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|TRACE|CONNECT)[ \t]+)?((?:https?:\/\/|\{\{)[^\s]+)(?:[ \t]+HTTP\/[\d.]+)?[ \t\r]*$/m;

function readRequest(builder: StructureBuilder, request: Text, ofFile: readonly Variable[]): void {
  const line = requestLine.exec(request.value);
  const name = /^(?:###|#[ \t]*@name|\/\/[ \t]*@name)[ \t]+(.*)$/m.exec(request.value)?.[1]?.trim() ?? '';
  const words = called('HTTP request', name);
  builder.place(rangeOfText(request), `the ${words}`);
  if (line?.[1] === undefined) return;
  const start = line.index + line[0].indexOf(line[1]);
  const head = request.value.slice(start);
  const blank = /\n[ \t\r]*\n/.exec(head)?.index ?? head.length;
  const credentials = [...head.slice(0, blank).matchAll(/^[ \t]*([\w-]+)[ \t]*:(.*)$/gm)].map((match): Credential | undefined => {
    const value = (match[2] ?? '').trim();
    const end = start + match.index + match[0].trimEnd().length;
    return headerCredential(match[1] ?? '', plainText(value, request.locate(end - value.length, end).start));
  });
  const url = plainText(line[1], request.locate(start, start + line[1].length).start);
  builder.request(url, { variables: [...ofFile, ...variablesSetIn(request)] }, credentials);
}
