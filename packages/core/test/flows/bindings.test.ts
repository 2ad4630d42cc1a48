import { describe, expect, it } from 'vitest';
import { Bindings } from '../../src/flows/bindings.ts';
import { Layout } from '../../src/layouts/layout.ts';

/** Statements that those of a line are tied to, by the texts of their lines. */
function tiesOf(code: string, line: number): readonly string[] {
  const layout = new Layout(code);
  const bindings = new Bindings(layout);
  const text = (statement: number): string => code.slice(layout.statementRange(statement).start, layout.statementRange(statement).end).trim();
  const statement = layout.statementAt(layout.lineRange(line).start);
  return bindings.tiesOf(statement).map(text);
}

describe('a statement is tied', () => {
  it('to the definition of what it reads, and to the uses of what it defines', () => {
    const code = 'url = base\nheaders = make(token)\nsend(url, headers)\n';
    expect(tiesOf(code, 2)).toEqual(['url = base', 'headers = make(token)']);
    expect(tiesOf(code, 0)).toEqual(['send(url, headers)']);
  });

  it('to nothing by members, keys and words in strings', () => {
    expect(tiesOf('token = read()\nsend(client.token, { token: 1 }, "token")\n', 1)).toEqual([]);
  });

  it('to the same, however many names are asked for', () => {
    const names = Array.from({ length: 200 }, (_, index) => `name${index}`);
    const code = names.map((name, index) => `${name} = f(${names[index - 1] ?? 'start'})\n`).join('');
    const layout = new Layout(code);
    const bindings = new Bindings(layout);
    const ties = names.map((_, statement) => bindings.tiesOf(statement));
    expect(ties).toEqual(names.map((_, index) => [index + 1, index - 1].filter((other) => other >= 0 && other < names.length)));
  });
});
