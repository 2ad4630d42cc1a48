import { existsSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import type { ExitStatus } from './command-context.ts';
import type { Run } from './command-table.ts';
import { commandTable } from './command-table.ts';
import type { TerminalContext } from './terminal-context.ts';
import { echoOf } from './usage-error.ts';

const description = `Finds Atomyx Submit API keys where they must not be: in code, bundles, logs, test tools and callbacks.
It decides by evidence, and every finding says what convicted it.`;

const examples = `
Examples:
  submit-guard scan                     look through the working directory
  submit-guard scan src README.md       look through a folder and a file
  submit-guard explain no-hardcoded-key
  submit-guard scan --help              more about scanning

Exit status: 0 clean, 1 findings or a faulty suppression, 2 something could not be done or not be read.
`;

/**
 * A message of commander as it is printed: with a capital and without what could be a key (the value in
 * `--unknown=value`, and long arguments).
 */
function presentable(message: string): string {
  return message
    .replace(/^error: (\w)/, (_, letter: string) => letter.toUpperCase())
    .replace(/'(--?[\w-]+)=[^']*'/g, "'$1'")
    .replace(/'([^'\n]*)'/g, (_, text: string) => `'${echoOf(text)}'`);
}

/** Arguments with `scan` in front where they begin with a path: `submit-guard src` is what people type. */
function withCommand(argv: readonly string[]): readonly string[] {
  const [first] = argv;
  if (first === undefined || commandTable.some(({ name }) => name === first)) return argv;
  const isPath = first === '-' || (!first.startsWith('-') && first !== 'help' && (/[/*.]/.test(first) || existsSync(first)));
  return isPath ? ['scan', ...argv] : argv;
}

/** Puts the program together, with the definitions of those commands only that the arguments name. */
async function createProgram(argv: readonly string[], context: TerminalContext, run: Run): Promise<Command> {
  const program = new Command('submit-guard')
    .description(description)
    .version(context.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .option('--no-color', 'print without color (NO_COLOR and FORCE_COLOR are respected, too)')
    .option('--debug', 'say where in submit-guard an error came from')
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({ writeOut: context.print, writeErr: context.tell, outputError: (message, write) => write(presentable(message)) })
    .exitOverride()
    .addHelpText('after', examples);
  for (const { name, summary, load } of commandTable) {
    const command = program.command(name).description(summary).helpOption('-h, --help', 'print this help');
    if (argv.includes(name)) await (await load()).define(command, run);
  }
  return program;
}

/**
 * Runs a command of the command line.
 *
 * @param argv - arguments without the program.
 */
export async function runCommandLine(argv: readonly string[], context: TerminalContext): Promise<ExitStatus> {
  let status: ExitStatus = 0;
  const run: Run = async (action) => {
    status = await action(context);
  };
  const words = withCommand(argv);
  const program = await createProgram(words, context, run);
  if (words.length === 0) {
    context.tell(program.helpInformation());
    return 2;
  }
  try {
    await program.parseAsync(words, { from: 'user' });
    return status;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? 0 : 2;
  }
}
