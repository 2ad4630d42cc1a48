import type { Redis } from 'ioredis';
import type { CleanIds, IdsByReason, IdTable } from 'submit-guard/fleet';
import { prefix } from '../queues/queue-names.ts';

/** Hashes that ids are spread over: short ones take a third of the memory (Redis, `hash-max-listpack-entries`). */
const shards = 16_384;

/** Ids that are kept by default: about 300 MB of the server's memory. */
const mostIds = 8_000_000;

/** Seconds after which ids that nobody adds to are forgotten. */
const longest = 30 * 86_400;

/** Commands that are sent at once. */
const batch = 2048;

/** Ids that are in one hash. */
interface ShardIds {
  readonly shard: number;
  readonly ids: readonly Buffer[];
}

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

  async among(ids: IdTable): Promise<IdsByReason> {
    const generation = await this.#generation();
    const found = new Map<string, Buffer[]>();
    let groups: ShardIds[] = [];
    const ask = async (): Promise<void> => {
      const pipeline = this.#redis.pipeline();
      for (const { shard, ids: fields } of groups) for (const each of [generation, generation - 1]) pipeline.hmget(this.#shardKey(each, shard), ...fields);
      const answers = await pipeline.exec() ?? [];
      for (const [index, { ids: fields }] of groups.entries()) {
        const [young, old] = [answers[2 * index]?.[1], answers[2 * index + 1]?.[1]] as (readonly (string | null)[] | undefined)[];
        for (const [place, id] of fields.entries()) {
          const reason = young?.[place] ?? old?.[place] ?? undefined;
          if (reason !== undefined) append(found, reason, id);
        }
      }
      groups = [];
    };
    for (const group of byShard(ids)) if (groups.push(group) >= batch) await ask();
    if (groups.length > 0) await ask();
    return new Map([...found].map(([reason, list]) => [reason, { ids: Buffer.concat(list), idBytes: ids.idBytes }]));
  }

  async add(ids: IdsByReason): Promise<void> {
    const generation = await this.#generation();
    let pipeline = this.#redis.pipeline();
    let count = 0;
    for (const [reason, table] of ids) {
      count += table.ids.length / table.idBytes;
      for (const { shard, ids: fields } of byShard(table)) {
        const key = this.#shardKey(generation, shard);
        pipeline.hset(key, new Map(fields.map((id) => [id, reason])));
        pipeline.expire(key, longest);
        if (pipeline.length < batch) continue;
        await pipeline.exec();
        pipeline = this.#redis.pipeline();
      }
    }
    await pipeline.incrby(`${this.#key}:count`, count).expire(`${this.#key}:count`, longest).exec();
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
      await this.#redis.unlink(...Array.from({ length: batch }, (_, index) => this.#shardKey(generation - 1, shard + index)));
    }
  }

  #shardKey(generation: number, shard: number): string {
    return `${this.#key}:${generation}:${shard}`;
  }
}

/** Ids that stand in ascending order, by the hash that they are in: its first bits. */
function* byShard({ ids, idBytes }: IdTable): Generator<ShardIds> {
  let group: Buffer[] = [];
  let last = -1;
  for (let at = 0; at < ids.length; at += idBytes) {
    const shard = Math.floor((ids.readUInt16BE(at) * shards) / 0x10000);
    if (shard !== last && group.length > 0) {
      yield { shard: last, ids: group };
      group = [];
    }
    last = shard;
    group.push(ids.subarray(at, at + idBytes));
  }
  if (group.length > 0) yield { shard: last, ids: group };
}

function append(lists: Map<string, Buffer[]>, reason: string, id: Buffer): void {
  const list = lists.get(reason);
  if (list === undefined) lists.set(reason, [id]);
  else list.push(id);
}
