import { Readable } from 'node:stream';
import type { CommandContext } from '../../src/commands/command-context.ts';

export interface MemoryContext extends CommandContext {
  /** What was printed and told so far. */
  readonly said: () => { readonly printed: string; readonly told: string };
}

/** A context without a process around it. */
export function memoryContext(cwd: string, input: string | Uint8Array = ''): MemoryContext {
  let printed = '';
  let told = '';
  return {
    cwd,
    input: Readable.from([Buffer.from(input)]),
    print: (text) => void (printed += text),
    tell: (text) => void (told += text),
    said: () => ({ printed, told }),
  };
}
