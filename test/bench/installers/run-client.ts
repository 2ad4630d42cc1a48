import { spawn } from 'node:child_process';
import { waitForGroup } from '../processes/groups.ts';

/** Longest time that one step of an installation may take. Seconds. */
const limit = 1800;

export interface ClientRun {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** What a client said last that is about a fault, without addresses of registries and with no more than a line. */
function reasonIn(output: string): string {
  const lines = output.split('\n').map((line) => line.trim()).filter((line) => line !== '');
  const told = lines.find((line) => /\b(?:error|403|404|forbidden|not found|refus|no matching|could not|unable)\b/i.test(line)) ?? lines.at(-1) ?? 'no word of explanation';
  return told.replaceAll(/\bhttps?:\/\/\S+/g, '(the registry)').slice(0, 200);
}

/**
 * Runs the client of a registry, with the lowest priority and for half an hour at most.
 *
 * @throws Error with the client's own reason.
 */
export async function runClient(program: string, args: readonly string[], { cwd, env }: ClientRun = {}): Promise<void> {
  const child = spawn('nice', ['-n', '19', program, ...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let output = '';
  const keep = (chunk: Buffer): void => {
    output = (output + chunk.toString('utf8')).slice(-20_000);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const status = await waitForGroup(child, limit);
  if (status === null) throw new Error(`not done within ${limit / 60} minutes`);
  // `nice` says 127 where it finds no such program.
  if (status === 127) throw new Error(`there is no ${program} here`);
  if (status !== 0) throw new Error(reasonIn(output));
}
