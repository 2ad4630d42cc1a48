import type { Detector } from '@submit-guard/core';
import { credentialForms, makeCredential } from '../../credentials/credentials.ts';
import { randomness } from '../../credentials/randomness.ts';
import { judge } from '../../judgements/judgement.ts';
import { marksOfMatches } from '../../judgements/marks.ts';
import { bind, otherNames, submitNames } from './names.ts';
import { syntaxes } from './syntaxes.ts';

export interface NameFigures {
  readonly bindings: number;
  /** Wrong decisions as sentences. */
  readonly faults: readonly string[];
}

/** Binds every name to a key in every syntax: Submit's names must convict, the others must not. */
export function measureNames(detector: Detector, seed: number): NameFigures {
  const random = randomness(seed);
  const faults: string[] = [];
  let bindings = 0;
  for (const [title, syntax] of Object.entries(syntaxes)) {
    for (const name of submitNames) {
      for (const form of credentialForms) {
        const key = makeCredential(random, form);
        const text = bind(syntax, name, key);
        const written = text.includes(key) ? key : Buffer.from(key).toString('base64');
        const start = text.indexOf(written);
        const { missed, extra } = judge(marksOfMatches(detector.detect(text)), [{ start, end: start + written.length }]);
        bindings += 1;
        if (missed.length > 0 || extra.length > 0) faults.push(`${title}, "${name}", ${form}: ${missed.length > 0 ? 'not found' : 'false alarm'}`);
      }
    }
    for (const name of otherNames) {
      const matches = detector.detect(bind(syntax, name, makeCredential(random)));
      bindings += 1;
      if (marksOfMatches(matches).length > 0) faults.push(`${title}, "${name}": found, and is something else`);
    }
  }
  return { bindings, faults };
}
