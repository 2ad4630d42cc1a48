import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import eslintPlugin from 'eslint-plugin-eslint-plugin';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

export default defineConfig(
  globalIgnores([
    '**/dist/',
    '**/coverage/',
    '.cache/',
    'packages/*/types/',
    // Written by generators; `.ci/checks/generated.sh` holds them to their sources.
    '**/generated/',
    // Texts to be scanned, some broken on purpose.
    'examples/',
    'test/corpora/',
    '**/fixtures/',
    // AssemblyScript: it looks like TypeScript and has other types.
    'packages/prefilter/assembly/*.ts',
  ]),
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    plugins: { 'import-x': importX },
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    settings: { 'import-x/resolver-next': [createNodeResolver()], 'import-x/extensions': ['.ts', '.js', '.mjs'] },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'object-shorthand': 'error',

      // `.ci/checks/import-direction.mjs` looks at the direction between folders, these at the imports of a file.
      'import-x/consistent-type-specifier-style': 'error',
      'import-x/first': 'error',
      'import-x/newline-after-import': 'error',
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'import-x/no-duplicates': ['error', { considerQueryString: true }],
      'import-x/no-mutable-exports': 'error',
      'import-x/no-self-import': 'error',
      'import-x/order': ['error', { groups: ['builtin', 'external', 'internal', 'parent', ['sibling', 'index']] }],

      // A file that does not fit on two screens usually holds two ideas.
      'max-lines': ['warn', { max: 150, skipBlankLines: true, skipComments: true }],

      // `import('ajv').ErrorObject` names a type of a module that is loaded only when it is needed.
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // Comparing `node.type` with 'Identifier' needs no enum of a parser at run time.
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      // `as string` over `!`: strict forbids the mark that this rule asks for.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      // Spreading a string into its code points is what the spread is for.
      '@typescript-eslint/no-misused-spread': ['error', { allow: [{ from: 'lib', name: 'string' }] }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Numbers in messages are what they look like; everything else is converted on purpose.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `() => notes.push(note)` and the early `return notes.skip(path)` of a function that returns nothing are no confusion.
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      // A visitor may return a word or nothing.
      '@typescript-eslint/no-invalid-void-type': 'off',
      // An interface may say `read(): Promise<...>` where one of its implementations has nothing to wait for.
      '@typescript-eslint/require-await': 'off',
      // `while (true)` with a `break` reads better than a condition that repeats half of the loop.
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: 'only-allowed-literals' }],
    },
  },
  {
    // Rules of ESLint have rules of their own.
    files: ['packages/eslint-plugin/src/**'],
    extends: [eslintPlugin.configs['rules-recommended']],
    rules: {
      'eslint-plugin/require-meta-docs-description': 'error',
      'eslint-plugin/require-meta-docs-recommended': 'error',
      'eslint-plugin/require-meta-schema-description': 'error',
    },
  },
  {
    files: ['**/*.{js,mjs}'],
    // Scripts: `.ci/tsconfig.json` checks the types of those that have more than a few lines.
    extends: [tseslint.configs.disableTypeChecked],
    rules: { '@typescript-eslint/explicit-module-boundary-types': 'off', 'no-console': 'off', 'no-undef': 'off' },
  },
  {
    files: ['**/test/**', 'test/**'],
    rules: {
      'no-console': 'off',
      // A table of cases may be as long as it is.
      'max-lines': 'off',
      '@typescript-eslint/explicit-module-boundary-types': 'off',
    },
  },
);
