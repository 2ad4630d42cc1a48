import type { PartResult, RepositoryOutcome } from 'submit-guard/fleet';
import { z } from 'zod';
import { parseBucket, parseEndpoint } from '../targets/bucket.ts';
import { parseAddress } from '../targets/target.ts';
import type { Job, Scanned } from './job.ts';

// What comes out of a queue may have been put there by anybody who reaches the server: it is checked before it is used.

const count = z.int().min(0);
const id = z.string().regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/);
/** Words that are shown; control characters in them would act on a terminal. */
const words = z.string().max(65_536).refine((text) => !/\p{Cc}/u.test(text));
const name = words.min(1).max(4096).refine((text) => !text.split('/').some((part) => part === '' || part === '.' || part === '..'));

const place = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('folder'), path: words.min(1).max(4096).refine((path) => path.startsWith('/') || /^[A-Za-z]:[\\/]/.test(path)) }),
  z.strictObject({
    kind: z.literal('bucket'),
    bucket: words.max(255),
    prefix: words.max(1024),
    endpoint: words.max(4096).refine((endpoint) => endpoint === '' || parseEndpoint(endpoint) === endpoint),
    include: z.array(words.max(4096)).max(1024),
    exclude: z.array(words.max(4096)).max(1024),
    largest: count.min(1).optional(),
  }).refine(({ bucket, prefix, ...options }) => 'place' in parseBucket(`s3://${bucket}/${prefix}`, options)),
  z.strictObject({ kind: z.literal('url'), url: words.max(4096).refine((url) => !url.startsWith('-') && 'target' in parseAddress(url)) }),
]);
const target = z.strictObject({ name, place });
const range = z.strictObject({ from: count, to: count }).refine(({ from, to }) => from < to);
const digest = z.string().regex(/^[0-9a-f]{64}$/);

const planReference = z.strictObject({ digest, portionCost: count.min(1), ranges: count.max(65_536) });

const job = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('repositories'), targets: z.array(target).min(1).max(1024), jobCost: count.min(1) }),
  z.strictObject({ kind: z.literal('part'), target, plan: planReference, parts: range }),
  z.strictObject({ kind: z.literal('conclude'), target, plan: planReference, parts: z.array(range).max(1_000_000) }),
]);

const notes = z.record(words, z.array(words));

const partResult = z.strictObject({
  suspects: z.array(z.strictObject({ id, kind: z.enum(['blob', 'commit', 'tag', 'tree']), size: count })),
  trees: z.array(id),
  skipped: notes,
  unread: notes,
  objects: count,
  commits: count,
  members: count,
  bytes: count,
  knownClean: count,
  isClosed: z.boolean(),
});

const position = { line: count, column: count, endLine: count, endColumn: count };

/** A finding as reporters take it. What they show of it, they make safe to show. */
const finding = z.looseObject({
  ruleId: z.string().max(200),
  clause: z.string().max(200),
  severity: z.enum(['error', 'warning', 'info']),
  confidence: z.enum(['low', 'medium', 'high', 'certain']),
  message: z.string().max(65_536),
  path: z.string().max(65_536),
  ...position,
  secret: z.strictObject({ redacted: z.string().max(7), length: count, fingerprint: z.string().regex(/^sg1:[0-9a-f]{24}$/) }).optional(),
  evidence: z.array(z.looseObject({ kind: z.string().max(40), line: count, detail: z.string().max(65_536) })),
  blob: id.optional(),
  commit: id.optional(),
});

const outcome = z.strictObject({
  findings: z.array(finding),
  suppressed: count,
  notes: z.array(z.looseObject({ kind: z.string().max(40), path: z.string(), message: z.string() })),
  commits: count,
  blobs: count,
  members: count,
  bytes: count,
  knownClean: count,
  skipped: notes,
  unread: notes,
});

const plan = z.strictObject({ digest, portionCost: count.min(1), portions: z.array(count).max(1_000_000), ranges: count.max(65_536), others: count, objects: count });

const scanned = z.array(z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('outcome'), name, outcome }),
  z.strictObject({ kind: z.literal('plan'), name, plan, storage: z.string().regex(/^(?:|[0-9a-f-]{36})$/) }),
  z.strictObject({ kind: z.literal('failure'), name, reason: words }),
]));

/** Something out of a queue is not what it should be. The message says what, and repeats nothing of it. */
export class MalformedError extends Error {
  override readonly name = 'MalformedError';
}

function parsed(schema: z.ZodType, value: unknown, what: string): unknown {
  const answer = schema.safeParse(value);
  if (answer.success) return answer.data;
  const [issue] = answer.error.issues;
  throw new MalformedError(`${what} in the queue is malformed${issue === undefined ? '' : `: ${issue.path.map(String).join('.').slice(0, 80)}`}`);
}

/** @throws {MalformedError} */
export const parseJob = (value: unknown): Job => parsed(job, value, 'a job') as Job;
/** @throws {MalformedError} */
export const parsePartResult = (value: unknown): PartResult => parsed(partResult, value, 'what a part came to') as PartResult;
/** @throws {MalformedError} */
export const parseOutcome = (value: unknown): RepositoryOutcome => parsed(outcome, value, 'what a repository came to') as RepositoryOutcome;
/** @throws {MalformedError} */
export const parseScanned = (value: unknown): readonly Scanned[] => parsed(scanned, value, 'what repositories came to') as readonly Scanned[];
