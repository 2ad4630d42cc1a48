// A process that carries out jobs for the one that has started it, and ends with it.
import type { CleanIds, IdsByReason } from 'submit-guard/fleet';
import { openPartsScanner } from 'submit-guard/fleet';
import { JobError } from '../errors/job-error.ts';
import { JobWorker } from '../jobs/job-worker.ts';
import { receivedTables } from './messages.ts';
import type { FromProcess, ProcessSetup, Task, ToProcess } from './messages.ts';

const answers = new Map<number, (known: IdsByReason) => void>();
let questions = 0;
let worker: Promise<JobWorker> | undefined;

function say(message: FromProcess): void {
  process.send?.(message);
}

/** What need not be read, the other process knows. */
const cache: CleanIds = {
  among: (ids) => new Promise((resolve) => {
    const question = questions++;
    answers.set(question, resolve);
    say({ kind: 'question', question, ids });
  }),
  async add(known) {
    say({ kind: 'known', known });
  },
};

async function workerOf({ policy, ...setup }: ProcessSetup): Promise<JobWorker> {
  return new JobWorker({ scanner: await openPartsScanner(policy), cache, environment: process.env, ...setup });
}

async function carryOut(task: Task): Promise<unknown> {
  const ready = await worker;
  if (ready === undefined) throw new JobError('it came before the set-up');
  switch (task.kind) {
    case 'repositories': return ready.scanRepositories(task);
    case 'part': return ready.scanPart(task);
    case 'conclude': return ready.conclude(task, task.outcomes);
  }
}

process.on('message', (message: ToProcess) => {
  if (message.kind === 'setup') worker = workerOf(message.setup);
  else if (message.kind === 'known') {
    answers.get(message.question)?.(receivedTables(message.known));
    answers.delete(message.question);
  } else {
    carryOut(message.task).then(
      (result) => say({ kind: 'result', result }),
      (error: unknown) => say(error instanceof JobError
        ? { kind: 'failure', reason: error.message, isFinal: error.isFinal }
        : { kind: 'failure', reason: `submit-guard failed on it (${error instanceof Error ? error.name : typeof error}); please report that`, isFinal: false }),
    );
  }
});
process.on('disconnect', () => process.exit());
// Ctrl-C in a terminal goes to all processes; the one that has started this one ends it.
process.on('SIGINT', () => undefined);
