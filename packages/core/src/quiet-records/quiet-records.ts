import { mentionsIn } from '../candidates/beside-hosts.ts';
import { holdsEncoded } from '../decoders/decoders.ts';
import type { LiteralDetectorOptions } from '../detectors/literal-detector.ts';
import { Layout } from '../layouts/layout.ts';
import { filledRecord } from './filled-record.ts';
import { isQuiet } from './quiet-record.ts';
import { RecordShape } from './record-shape.ts';

/** What is known of the records of one shape. */
export interface KnownRecord {
  readonly shape: Int32Array;
  readonly isQuiet: boolean;
  /** Mentions of Submit hosts in it. */
  readonly mentions: number;
  /** Number of the text in which one was met last. */
  metIn: number;
}

/** Shapes that are remembered at most; then all are forgotten. */
const mostShapes = 4096;

/** Tells quiet records, those of one shape by looking into one of them. */
export class QuietRecords {
  readonly #options: LiteralDetectorOptions;
  readonly #shape = new RecordShape();
  readonly #known = new Map<number, KnownRecord[]>();
  #count = 0;
  #looks = 0;

  constructor(options: LiteralDetectorOptions) {
    this.#options = options;
  }

  /** How many records were looked into so far. */
  get looks(): number {
    return this.#looks;
  }

  /**
   * What is known of a record; `undefined` where it is not quiet.
   *
   * @param bytes - of the text, see `bytesOf`.
   */
  of(text: string, bytes: Uint8Array, start: number, end: number): KnownRecord | undefined {
    const shape = this.#shape;
    if (!shape.read(bytes, start, end)) return undefined;
    const alike = this.#known.get(shape.hash);
    const known = alike?.find((record) => shape.equals(record.shape)) ?? this.#learn(text, bytes, start, end);
    if (!known.isQuiet) return undefined;
    return shape.mayBeEncoded && holdsEncoded(new Layout(text.slice(start, end))) ? undefined : known;
  }

  #learn(text: string, bytes: Uint8Array, start: number, end: number): KnownRecord {
    this.#looks++;
    if (++this.#count > mostShapes) {
      this.#known.clear();
      this.#count = 1;
    }
    const { hash, copy } = this.#shape;
    const tokens = this.#shape.tokensIn(bytes).map((token) => ({ ...token, start: token.start - start, end: token.end - start }));
    const record = filledRecord(text.slice(start, end), tokens);
    const learnt = { shape: copy, isQuiet: isQuiet(record, tokens, this.#options), mentions: [...mentionsIn(record, this.#options.hosts)].length, metIn: 0 };
    const alike = this.#known.get(hash);
    if (alike === undefined) this.#known.set(hash, [learnt]);
    else alike.push(learnt);
    return learnt;
  }
}
