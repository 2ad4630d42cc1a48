import * as typescript from '@typescript-eslint/parser';
import { Linter, RuleTester } from 'eslint';
import { Linter as Linter9, RuleTester as RuleTester9 } from 'eslint-9';
import * as svelte from 'svelte-eslint-parser';
import { beforeAll, describe, expect, it } from 'vitest';
import * as vue from 'vue-eslint-parser';
import type { RuleName } from '../src/index.ts';
import plugin, { rules } from '../src/index.ts';
import { modernNode, runInOxlint } from './oxlint/run-in-oxlint.ts';

/** A case in the form that all rule testers share; without errors the code must be clean. */
export interface RuleCase {
  readonly code: string;
  readonly filename: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly options?: readonly object[];
  readonly errors: readonly RuleError[];
  /** What the case needs that oxlint does not have. */
  readonly notInOxlint?: string | undefined;
}

export interface RuleError {
  readonly messageId: 'found';
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly suggestions?: readonly { readonly messageId: string; readonly output: string }[];
}

for (const tester of [RuleTester, RuleTester9] as { describe: unknown; it: unknown }[]) {
  tester.describe = describe;
  tester.it = it;
}

const jsx = { ecmaFeatures: { jsx: true } };

/** Components go through the parser of their framework, everything else through that of TypeScript. */
function parserOf(filename: string): Linter.LanguageOptions {
  if (filename.endsWith('.vue')) return { parser: vue, parserOptions: { parser: typescript } };
  if (filename.endsWith('.svelte')) return { parser: svelte, parserOptions: { parser: typescript } };
  return { parser: typescript, parserOptions: jsx };
}

/** The case as JavaScript, for ESLint's own parser; `undefined` where it is none. */
function asJavaScript(tested: RuleCase): RuleCase | undefined {
  if (/\.(?:vue|svelte)$/.test(tested.filename)) return undefined;
  const filename = tested.filename.replace(/\.([cm]?)ts(x?)$/, '.$1js$2');
  const [fault] = new Linter().verify(tested.code, [{ files: ['**'], languageOptions: { parserOptions: jsx } }], filename);
  return fault?.fatal ? undefined : { ...tested, filename };
}

/** Why oxlint cannot run a case; `undefined` where it can. */
function whyNotInOxlint({ filename, notInOxlint }: RuleCase): string | undefined {
  const component = /\.(vue|svelte)$/.exec(filename)?.[1];
  return component === undefined ? notInOxlint : `oxlint's RuleTester reads no .${component} components`;
}

/** What an ESLint suggests for a case, in the form that testers expect. */
function withSuggestions(name: RuleName, tested: RuleCase): RuleCase {
  const config: Linter.Config = {
    files: ['**'],
    plugins: { 'submit-guard': plugin },
    languageOptions: parserOf(tested.filename),
    settings: { ...tested.settings },
    rules: { [`submit-guard/${name}`]: ['error', ...(tested.options ?? [])] },
  };
  const messages = new Linter().verify(tested.code, [config], tested.filename);
  const errors = tested.errors.map((error, index) => {
    const suggestions = messages[index]?.suggestions?.map(({ messageId = '', fix: { range, text } }) => ({
      messageId,
      output: tested.code.slice(0, range[0]) + text + tested.code.slice(range[1]),
    }));
    return { ...error, ...(suggestions && { suggestions }) };
  });
  return { ...tested, errors };
}

/** The case without what only this file asks for, and without empty fields, which testers refuse. */
function plain({ code, filename, settings, options, errors }: RuleCase, languageOptions?: object): object {
  return {
    code,
    filename,
    ...(settings && { settings }),
    ...(options && { options }),
    ...(languageOptions && { languageOptions }),
    ...(errors.length > 0 && { errors }),
  };
}

function split(cases: readonly RuleCase[], toTest: (tested: RuleCase) => object): { valid: never[]; invalid: never[] } {
  const of = (chosen: readonly RuleCase[]): never[] => chosen.map((tested) => toTest(tested) as never);
  return { valid: of(cases.filter(({ errors }) => errors.length === 0)), invalid: of(cases.filter(({ errors }) => errors.length > 0)) };
}

const eslints = [
  [`ESLint ${Linter.version}`, RuleTester],
  [`ESLint ${Linter9.version}`, RuleTester9],
] as const;

/**
 * Runs cases of one rule through the rule testers of ESLint 10, of the oldest ESLint that the plugin allows, both with the parser of
 * TypeScript and with their own, and of oxlint. Suggestions that a case does not spell out must be the same in all of them.
 */
export function runEverywhere(name: RuleName, written: readonly RuleCase[]): void {
  const cases = written.map((tested) => (tested.errors.some(({ suggestions }) => suggestions) ? tested : withSuggestions(name, tested)));
  const javascript = cases.flatMap((tested) => asJavaScript(tested) ?? []);
  for (const [title, Tester] of eslints) {
    describe(title, () => {
      new Tester().run(name, rules[name], split(cases, (tested) => plain(tested, parserOf(tested.filename))));
    });
    if (javascript.length === 0) continue;
    describe(`${title} with its own parser`, () => {
      new Tester().run(name, rules[name], split(javascript, (tested) => plain(tested, { parserOptions: jsx })));
    });
  }
  describe('oxlint', () => {
    const able = cases.filter((tested) => whyNotInOxlint(tested) === undefined);
    let outcomes: readonly (string | null)[] = [];
    beforeAll(() => {
      if (modernNode !== undefined) outcomes = runInOxlint(name, able.map((tested) => plain(tested)));
    });
    for (const [index, { code }] of able.entries()) {
      it.skipIf(modernNode === undefined)(code, () => {
        expect(outcomes[index]).toBeNull();
      });
    }
    for (const tested of cases) {
      const reason = whyNotInOxlint(tested);
      if (reason !== undefined) it.skip(`${tested.code} (${reason})`);
    }
  });
}
