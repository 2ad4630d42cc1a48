/** How `oxc-parser` is to take a text. */
export interface ParseOptions {
  readonly lang: 'jsx' | 'ts' | 'tsx';
  readonly sourceType: 'module' | 'commonjs';
}

const modules = (lang: ParseOptions['lang']): ParseOptions => ({ lang, sourceType: 'module' });
const scripts = (lang: ParseOptions['lang']): ParseOptions => ({ lang, sourceType: 'commonjs' });

/** JSX costs JavaScript nothing; what is neither module nor sloppy script may have type annotations, as Flow's. */
const javaScript = [modules('jsx'), scripts('jsx'), modules('tsx')] as const;
/** `<T>value` is an assertion in TypeScript and an element in JSX. */
const typeScript = [modules('ts'), scripts('ts')] as const;

const byExtension: Readonly<Record<string, readonly ParseOptions[]>> = {
  js: javaScript,
  mjs: javaScript,
  cjs: javaScript,
  jsx: javaScript,
  ts: typeScript,
  mts: typeScript,
  cts: typeScript,
  tsx: [modules('tsx'), scripts('tsx')],
};

/** Ways to parse the program at a path, to be tried one after the other; `undefined` where the path is not that of a program. */
export function waysToParse(path: string): readonly ParseOptions[] | undefined {
  return byExtension[extensionOf(path)];
}

export function isComponent(path: string): boolean {
  return /^(?:vue|svelte|html?)$/.test(extensionOf(path));
}

/** Ways to parse a script block whose `lang` is what its tag says. */
export function waysToParseBlock(lang: string): readonly ParseOptions[] {
  return byExtension[lang] ?? javaScript;
}

function extensionOf(path: string): string {
  return /\.(\w{2,6})$/.exec(path)?.[1]?.toLowerCase() ?? '';
}
