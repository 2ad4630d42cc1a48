import type { Redis } from 'ioredis';
import type { CleanIds, IdsByReason, IdTable } from 'submit-guard/fleet';
import { prefix } from '../queues/queue-names.ts';

/** Hashes that ids are spread over: short ones take a third of the memory (Redis, `hash-max-listpack-entries`). */
const shards = 16_384;

/** Ids that are kept by default: about 300 MB of the server's memory. */
const mostIds = 8_000_000;

/** Seconds after which ids that nobody adds to are forgotten. */
const longest = 30 * 86_400;

/** Hashes that are forgotten at once. */
const batch = 2048;

/** Ids that the server is asked about, or told, at once: with a command each, they would cost more than the scan of what they name. */
const atOnce = 4096;

/** In what share of all hashes an id is, by its first two bytes. */
const hashOfId = `local first, second = string.byte(ids, at, at + 1)
  local hash = math.floor((first * 256 + second) * ${shards} / 65536)
  local id = string.sub(ids, at, at + size - 1)`;

/** Gives a byte for each id, 0 where it is not known, and behind them the reasons that the other numbers stand for. */
const amongScript = `
local young, old, size, ids = ARGV[1], ARGV[2], tonumber(ARGV[3]), ARGV[4]
local answers, numbers, reasons = {}, {}, {}
for at = 1, #ids, size do
  ${hashOfId}
  local reason = redis.call('HGET', young .. hash, id) or redis.call('HGET', old .. hash, id)
  if reason and not numbers[reason] then
    reasons[#reasons + 1] = reason
    numbers[reason] = string.char(#reasons)
  end
  answers[#answers + 1] = reason and numbers[reason] or '\\0'
end
return { table.concat(answers), unpack(reasons) }`;

const addScript = `
local young, seconds, size, reason, ids = ARGV[1], ARGV[2], tonumber(ARGV[3]), ARGV[4], ARGV[5]
local last
for at = 1, #ids, size do
  ${hashOfId}
  redis.call('HSET', young .. hash, id, reason)
  if hash ~= last then redis.call('EXPIRE', young .. hash, seconds) end
  last = hash
end`;

/**
 * Ids of clean objects in Redis, for all workers. They are kept in two generations: when the younger one has its half, it becomes the older one, and
 * that is forgotten. Ids are hashes; nothing of what they name is there.
 */
export class RedisCleanIds implements CleanIds {
  readonly #redis: Redis;
  readonly #key: string;
  readonly #half: number;

  /** @param policy - `PartsScanner.policyKey`. */
  constructor(redis: Redis, policy: string, most = mostIds) {
    this.#redis = redis;
    this.#key = `${prefix}:clean:${policy.slice(0, 16)}`;
    this.#half = most / 2;
  }

  async among({ ids, idBytes }: IdTable): Promise<IdsByReason> {
    const generation = await this.#generation();
    const found = new Map<string, Buffer[]>();
    for (const part of partsOf(ids, idBytes)) {
      const answer = await this.#redis.callBuffer('EVAL', amongScript, '0', this.#hashes(generation), this.#hashes(generation - 1), String(idBytes), part);
      const [numbers = Buffer.alloc(0), ...reasons] = answer as readonly Buffer[];
      for (const [place, number] of numbers.entries()) {
        const reason = reasons[number - 1];
        if (reason !== undefined) append(found, reason.toString(), part.subarray(place * idBytes, (place + 1) * idBytes));
      }
    }
    return new Map([...found].map(([reason, list]) => [reason, { ids: Buffer.concat(list), idBytes }]));
  }

  async add(ids: IdsByReason): Promise<void> {
    const generation = await this.#generation();
    let count = 0;
    for (const [reason, { ids: added, idBytes }] of ids) {
      count += added.length / idBytes;
      for (const part of partsOf(added, idBytes)) await this.#redis.callBuffer('EVAL', addScript, '0', this.#hashes(generation), String(longest), String(idBytes), reason, part);
    }
    await this.#redis.pipeline().incrby(`${this.#key}:count`, count).expire(`${this.#key}:count`, longest).exec();
    const all = Number(await this.#redis.get(`${this.#key}:count`));
    if (all > this.#half) await this.#age(generation);
  }

  async #generation(): Promise<number> {
    return Number(await this.#redis.get(`${this.#key}:generation`) ?? '1');
  }

  /** Of all who see that a generation is full, the first one ends it. */
  async #age(generation: number): Promise<void> {
    const isFirst = await this.#redis.set(`${this.#key}:ended:${generation}`, '1', 'EX', longest, 'NX');
    if (isFirst === null) return;
    await this.#redis.multi().set(`${this.#key}:generation`, generation + 1, 'EX', 2 * longest).set(`${this.#key}:count`, 0, 'EX', longest).exec();
    for (let shard = 0; shard < shards; shard += batch) {
      await this.#redis.unlink(...Array.from({ length: batch }, (_, index) => this.#hashes(generation - 1) + String(shard + index)));
    }
  }

  /** What the names of all hashes of a generation begin with. */
  #hashes(generation: number): string {
    return `${this.#key}:${generation}:`;
  }
}

function* partsOf(ids: Buffer, idBytes: number): Generator<Buffer> {
  for (let at = 0; at < ids.length; at += atOnce * idBytes) yield ids.subarray(at, at + atOnce * idBytes);
}

function append(lists: Map<string, Buffer[]>, reason: string, id: Buffer): void {
  const list = lists.get(reason);
  if (list === undefined) lists.set(reason, [id]);
  else list.push(id);
}
