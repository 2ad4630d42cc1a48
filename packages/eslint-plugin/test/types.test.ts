import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const folder = fileURLToPath(new URL('..', import.meta.url));

const config = `
import { defineConfig } from 'eslint/config';
import submitGuard, { configs, rules } from 'eslint-plugin-submit-guard';
import type { RuleOptions, SubmitGuardSettings } from 'eslint-plugin-submit-guard';

const settings: SubmitGuardSettings = { gateways: ['prepress.example.com'] };
const options: RuleOptions['submit-guard/no-key-in-callback-payload'] = [{ tokens: true }];
const messages: Record<string, string> | undefined = rules['no-key-in-logs'].meta?.messages;
const namespace: 'submit-guard' = submitGuard.meta.namespace;

export default defineConfig(
  submitGuard.configs.recommended,
  configs['recommended-dotenv'],
  { plugins: { 'submit-guard': submitGuard }, extends: ['submit-guard/strict'], settings: { 'submit-guard': settings, namespace, messages } },
  { rules: { 'submit-guard/no-key-in-callback-payload': ['error', ...options] } },
);`;

/** What TypeScript finds in a configuration that imports the built plugin and an ESLint, installed under that name. */
function faultsOf(text: string, eslint: string): readonly string[] {
  const options: ts.CompilerOptions = {
    ...{ module: ts.ModuleKind.NodeNext, target: ts.ScriptTarget.ES2023, strict: true, skipLibCheck: true, noEmit: true, types: ['node'] },
    paths: {
      eslint: [`${folder}node_modules/${eslint}/lib/types/index.d.ts`],
      'eslint/config': [`${folder}node_modules/${eslint}/lib/types/config-api.d.ts`],
      'eslint-plugin-submit-guard': [`${folder}dist/index.d.ts`],
    },
  };
  const path = `${folder}eslint.config.mts`;
  const host = ts.createCompilerHost(options);
  const virtual: ts.CompilerHost = {
    ...host,
    fileExists: (name) => name === path || host.fileExists(name),
    getSourceFile: (name, ...rest) => (name === path ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2023) : host.getSourceFile(name, ...rest)),
  };
  return ts.getPreEmitDiagnostics(ts.createProgram([path], options, virtual)).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

// `npm test` builds first.
describe.skipIf(!existsSync(`${folder}dist/index.d.ts`)).each([['10', 'eslint'], ['9.38', 'eslint-9']])('the types of the plugin fit ESLint %s', (_, eslint) => {
  it('in a configuration made with defineConfig', () => {
    expect(faultsOf(config, eslint)).toEqual([]);
  });

  it('and refuse a configuration, a setting and an option that there is not', () => {
    const wrong = config.replace('configs.recommended,', 'configs.recomended,').replace('gateways:', 'gateway:').replace('tokens:', 'token:');
    expect(faultsOf(wrong, eslint)).toHaveLength(3);
  });
});
