import type { Confidence, Detector, Match, RecognitionDetector, RuleSeverities, Secret, Suppression } from '@submit-guard/core';
import type { Rule, Surface } from '@submit-guard/rules';
import type { ContainerLimits } from '../containers/limits.ts';
import type { ProgramReader } from '../programs/read-program.ts';
import type { StructureReader } from '../structures/read-structure.ts';
import type { BlobSearch, CompiledSearch } from './blob-search.ts';
import type { PictureShelf } from './pictures/picture-shelf.ts';

/** Everything that turns bytes into findings, put together once for a run (and once in each worker). */
export interface Engine {
  readonly search: BlobSearch;
  /** The tables of the search, for engines of other threads. */
  readonly compiledSearch: CompiledSearch;
  readonly detector: Detector;
  readonly readProgram: ProgramReader;
  readonly readStructure: StructureReader;
  /** Finds keys in what was recognised in an image. */
  readonly detectRecognised: RecognitionDetector;
  /**
   * What a place is.
   *
   * @param head - beginning of the text there.
   */
  readonly surfaceOf: (place: Place, head: string) => Surface;
  /** The rule that a match breaks on a surface, or `undefined`. */
  readonly ruleOf: (match: Match, surface: Surface) => Rule | undefined;
  /** Ids of all rules: a suppression that names another one is faulty. */
  readonly ruleIds: readonly string[];
  /** Suppression comments count for nothing. */
  readonly ignoresComments: boolean;
  /** How far archives and compressed files are read; `undefined` where they are not opened. */
  readonly containers: ContainerLimits | undefined;
  /** Takes images that are met inside of something; `undefined` where images are not read. */
  readonly shelf: PictureShelf | undefined;
  /** Told of every key that is reported, while it is at hand. */
  readonly onSecret?: OnSecret | undefined;
  /** Told of every suppression comment. */
  readonly onSuppression?: OnSuppression | undefined;
  readonly severities: RuleSeverities;
  readonly minConfidence: Confidence;
  /** Day of the run, `YYYY-MM-DD`: what has an end is over or not. */
  readonly today: string;
}

/** Takes the key of a finding, which tells it by its fingerprint. */
export type OnSecret = (secret: Secret) => void;

/** A suppression comment that was met, and what it did. */
export interface MetSuppression {
  readonly path: string;
  /** From 1; absent in a file that is read in windows, where lines are counted afterwards. */
  readonly line?: number;
  readonly suppression: Suppression;
  /** Findings that it covers. */
  readonly covers: number;
}

export type OnSuppression = (met: MetSuppression) => void;

/** Where a blob is from. */
export interface Place {
  /** As it is reported: relative to the working directory, escaped. */
  readonly path: string;
  /** As it is, to be compared with globs and extensions; what is not UTF-8 in it is replaced. */
  readonly name: string;
}
