import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gunzipSync } from 'node:zlib';
import type { Grey } from '../pixels/raster.ts';
import type { RecognisedBlock } from './recognised.ts';

/** What of tesseract.js-core is used: an Emscripten build of Tesseract, which reads its files from a file system in memory. */
interface Core {
  readonly FS: { writeFile(path: string, data: Uint8Array): void; unlink(path: string): void };
  readonly TessBaseAPI: new () => Api;
}

interface Api {
  Init(path: null, language: string, mode: number): number;
  SetVariable(name: string, value: string): boolean;
  SetImageFile(orientation: number, angle: number): number;
  Recognize(monitor: null): number;
  GetJSONText(): string;
  Clear(): void;
}

type LoadCore = (options: { readonly TesseractProgress: () => void; readonly print: () => void; readonly printErr: () => void }) => Promise<Core>;

/** Tesseract's neural engine alone (`OEM_LSTM_ONLY`): the data has no other. */
const neuralEngine = 1;

/** Parts of the recognition engine, as files. */
export interface EngineFiles {
  readonly core: string;
  readonly data: string;
}

/** The engine is not installed, in a sentence. */
class EngineMissing extends Error {
  override readonly name = 'EngineMissing';
}

/**
 * Finds the engine among the installed packages.
 *
 * @param from - a file or folder (with a trailing `/`) whose `node_modules`, and those above it, are looked into.
 * @throws {EngineMissing}
 */
export function findEngine(from: string): EngineFiles {
  const require = createRequire(from);
  try {
    return { core: require.resolve('tesseract.js-core/tesseract-core-simd-lstm.js'), data: require.resolve('@tesseract.js-data/eng/4.0.0_best_int/eng.traineddata.gz') };
  } catch {
    throw new EngineMissing('tesseract.js-core and @tesseract.js-data/eng, which read screenshots, are not installed. Install @submit-guard/screenshots again.');
  }
}

/** Reads the text of one image after another. Everything it needs is read from the disk; it asks no network. */
export class Engine {
  readonly #core: Core;
  readonly #api: Api;

  private constructor(core: Core, api: Api) {
    this.#core = core;
    this.#api = api;
  }

  static async start({ core: corePath, data }: EngineFiles): Promise<Engine> {
    const loadCore = createRequire(import.meta.url)(corePath) as LoadCore;
    const silent = (): void => undefined;
    const core = await loadCore({ TesseractProgress: silent, print: silent, printErr: silent });
    core.FS.writeFile('eng.traineddata', gunzipSync(readFileSync(data)));
    const api = new core.TessBaseAPI();
    if (api.Init(null, 'eng', neuralEngine) !== 0) throw new EngineMissing(`${data} is damaged. Install @submit-guard/screenshots again.`);
    // Images say nothing of the size of their pixels; without a word of it, the engine guesses.
    api.SetVariable('user_defined_dpi', '150');
    return new Engine(core, api);
  }

  /** @param image - dark text on white. */
  recognise({ width, height, values }: Grey): readonly RecognisedBlock[] {
    // A portable grey map, which needs no encoder.
    this.#core.FS.writeFile('/input', Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), values]));
    if (this.#api.SetImageFile(1, 0) !== 0) throw new Error('The recognition engine did not take the image.');
    this.#api.Recognize(null);
    const { blocks } = JSON.parse(this.#api.GetJSONText()) as { readonly blocks: readonly RecognisedBlock[] | null };
    this.#api.Clear();
    return blocks ?? [];
  }
}

/** What reading an image takes of an engine. */
export type Recogniser = Pick<Engine, 'recognise'>;
