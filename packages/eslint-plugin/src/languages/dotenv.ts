import type { Language, OkParseResult } from '@eslint/core';
import { TextSourceCodeBase } from '@eslint/plugin-kit';

/** The one node of an environment file: its lines are no concern of rules that look at the text. */
export interface DotenvDocument {
  readonly type: 'Dotenv';
  readonly range: readonly [number, number];
  readonly loc: { readonly start: { readonly line: number; readonly column: number }; readonly end: { readonly line: number; readonly column: number } };
}

/** The text of an environment file as ESLint wants it: one node, lines and columns from 1. */
class DotenvSourceCode extends TextSourceCodeBase<{
  LangOptions: Record<string, never>;
  RootNode: DotenvDocument;
  SyntaxElementWithLoc: DotenvDocument;
  ConfigNode: DotenvDocument;
}> {
  override *traverse(): Iterable<never> {
    for (const phase of [1, 2]) yield { kind: 1, type: 'visit', target: this.ast, phase, args: [this.ast] } as never;
  }
}

/** `.env` files as a language of ESLint: `language: 'submit-guard/dotenv'`. */
export const dotenv: Language = {
  fileType: 'text',
  lineStart: 1,
  columnStart: 1,
  nodeTypeKey: 'type',
  validateLanguageOptions(): void {
    // There are no options.
  },
  parse(file: { readonly body: string | Uint8Array }): OkParseResult<DotenvDocument> {
    const text = String(file.body);
    const lines = text.split(/\r\n|\n|\r/);
    const end = { line: lines.length, column: (lines[lines.length - 1]?.length ?? 0) + 1 };
    return { ok: true, ast: { type: 'Dotenv', range: [0, text.length], loc: { start: { line: 1, column: 1 }, end } } };
  },
  createSourceCode(file: { readonly body: string | Uint8Array }, { ast }: OkParseResult<DotenvDocument>) {
    return new DotenvSourceCode({ text: String(file.body), ast });
  },
} as unknown as Language;
