export interface Options {
  /** Whether a key in what browsers load ends the build or is only told. Default `error`. */
  readonly mode?: 'error' | 'warn';
  /**
   * What the build is for. `auto` asks the bundler, and leaves builds for servers alone, which may use the key: SSR builds of Vite, node targets of
   * webpack, Rspack, esbuild, Rolldown and Farm, and outputs of Rollup that are CommonJS or import modules of Node.js. Default `auto`.
   */
  readonly target?: 'auto' | 'client' | 'server';
  /** Folder of the project: paths in messages are relative to it, and its configuration and environment files count. Default: what the bundler says. */
  readonly root?: string;
}

const choices = { mode: ['error', 'warn'], target: ['auto', 'client', 'server'] } as const;

/**
 * Takes what a user wrote into a configuration, which may be JavaScript.
 *
 * @throws TypeError with a sentence that names the option.
 */
export function checkedOptions(options: Options = {}): Options {
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined) continue;
    if (name === 'root') {
      if (typeof value !== 'string') throw new TypeError('unplugin-submit-guard: the option `root` is the path of a folder.');
      continue;
    }
    const allowed: readonly string[] | undefined = name === 'mode' || name === 'target' ? choices[name] : undefined;
    if (allowed === undefined) throw new TypeError(`unplugin-submit-guard has no option \`${name}\`. It has \`mode\`, \`target\` and \`root\`.`);
    if (!allowed.includes(value as string)) throw new TypeError(`unplugin-submit-guard: the option \`${name}\` is one of ${allowed.map((word) => `'${word}'`).join(', ')}.`);
  }
  return options;
}
