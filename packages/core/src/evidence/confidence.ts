import type { Confidence, Evidence, EvidenceKind } from './evidence.ts';
import { confidences } from './evidence.ts';

/** Kinds that speak for a key by themselves; `value` and `piece` only describe it. */
const independent: readonly EvidenceKind[] = ['destination', 'name', 'known', 'format', 'vicinity'];

/**
 * The one place where evidence becomes confidence.
 *
 * | evidence                                                       | confidence |
 * | -------------------------------------------------------------- | ---------- |
 * | `known`                                                        | `certain`  |
 * | `destination` or `format`, or two independent kinds            | `high`     |
 * | `name` or `vicinity` alone                                     | `medium`   |
 * | anything less                                                  | `low`      |
 *
 * `format` counts as `high` because the organisation itself declared the pattern for its keys.
 */
export function confidenceOf(evidence: readonly Evidence[]): Confidence {
  const kinds = new Set(evidence.map((item) => item.kind).filter((kind) => independent.includes(kind)));
  if (kinds.has('known')) return 'certain';
  if (kinds.has('destination') || kinds.has('format') || kinds.size > 1) return 'high';
  return kinds.size === 1 ? 'medium' : 'low';
}

/** Whether `confidence` is `threshold` or more. */
export function isAtLeast(confidence: Confidence, threshold: Confidence): boolean {
  return confidences.indexOf(confidence) >= confidences.indexOf(threshold);
}
