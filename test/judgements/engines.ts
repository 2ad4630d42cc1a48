import type { Confidence } from '@submit-guard/core';
import { createDetector, isAtLeast } from '@submit-guard/core';
import { createTextScanner } from 'submit-guard';
import type { Mark } from './marks.ts';
import { marksOfFindings, marksOfMatches } from './marks.ts';

/**
 * Finds keys in a text.
 *
 * @param path - where the text is from; the detector does not ask.
 * @param threshold - what is less certain is left out; default `medium`.
 */
export type TextEngine = (text: string, path: string, threshold?: Confidence) => readonly Mark[];

/** The detector, to which all texts are alike, and the scanner, which reads programs as programs. */
export const textEngines = {
  detector: (): TextEngine => {
    const detector = createDetector();
    return (text, _path, threshold) => marksOfMatches(detector.detect(text), threshold);
  },
  scanner: (): TextEngine => {
    const scan = createTextScanner();
    return (text, path, threshold = 'medium') => marksOfFindings(scan(text, path).findings.filter(({ confidence }) => isAtLeast(confidence, threshold)), text);
  },
} as const;

export type TextEngineName = keyof typeof textEngines;

/** What `--engine` of a command names. */
export function textEngineOf(name: string): TextEngine {
  if (!Object.hasOwn(textEngines, name)) throw new Error(`There is no engine "${name}": write ${Object.keys(textEngines).join(' or ')}.`);
  return textEngines[name as TextEngineName]();
}
