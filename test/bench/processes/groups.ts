import type { ChildProcess } from 'node:child_process';

/** Groups of processes that were started and have not ended. */
const running = new Set<number>();

function end(group: number): void {
  try {
    process.kill(-group, 'SIGKILL');
  } catch {
    // It has ended by itself meanwhile.
  }
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    for (const group of running) end(group);
    process.exit(130);
  });
}

/**
 * Waits for a child that leads a group of its own (`detached`), and ends the whole group after a time, or when this process is
 * told to end: scanners and compilers start others.
 *
 * @param limit - seconds.
 * @returns the exit status, `null` where the group was ended.
 * @throws Error where the child could not be started.
 */
export async function waitForGroup(child: ChildProcess, limit: number): Promise<number | null> {
  const group = child.pid;
  if (group !== undefined) running.add(group);
  const timer = setTimeout(() => {
    if (group !== undefined) end(group);
  }, limit * 1000);
  try {
    return await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    });
  } finally {
    clearTimeout(timer);
    if (group !== undefined) running.delete(group);
  }
}
