import type { Detector } from '@submit-guard/core';
import { marksOfMatches } from '../../judgements/marks.ts';
import type { Slot } from './slots.ts';
import { keySlots, slotsFor, tellingKinds, vicinitySlots } from './slots.ts';
import { notSecretKinds, notSecrets, placeholders } from './value-lists.ts';

export interface ValueFigures {
  readonly values: number;
  readonly texts: number;
  /** Every finding, as a sentence. */
  readonly faults: readonly string[];
}

interface Trial {
  readonly kind: string;
  readonly values: readonly string[];
  readonly slots: Readonly<Record<string, Slot>>;
}

const trials: readonly Trial[] = [
  { kind: 'placeholders', values: placeholders, slots: { ...keySlots, ...vicinitySlots } },
  ...notSecretKinds.map((kind) => ({ kind, values: notSecrets(kind), slots: slotsFor(kind) })),
  ...tellingKinds.map((kind) => ({ kind, values: notSecrets(kind), slots: vicinitySlots })),
];

/** Puts every value into every slot that it belongs to; no text may give a finding. */
export function measureValues(detector: Detector): ValueFigures {
  const faults: string[] = [];
  let texts = 0;
  for (const { kind, values, slots } of trials) {
    for (const [title, slot] of Object.entries(slots)) {
      for (const value of values) {
        texts += 1;
        if (marksOfMatches(detector.detect(slot(value))).length > 0) faults.push(`${kind} as ${title}: ${value}`);
      }
    }
  }
  return { values: new Set(trials.flatMap(({ values }) => values)).size, texts, faults };
}
