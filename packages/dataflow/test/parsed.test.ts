import { describe, expect, it } from 'vitest';
import { parsers } from './fold.ts';

describe.each(Object.keys(parsers) as (keyof typeof parsers)[])('a program of %s', (parser) => {
  it.each(['const a = 1; const a = 2;', 'let a; var a;', '{ const a = 1; { var a; } const a = 2; }'])('that declares a name twice is none: %s', (code) => {
    // A parser may notice it first.
    expect(() => parsers[parser](code)).toThrow();
  });

  it.each([
    'var a = 1; var a = 2;',
    'const a = 1; { const a = 2; }',
    'function f(a) { var a; }',
    'function f(a: string): void; function f(a: number): void; function f(a: unknown) {}',
    'interface A {} interface A {} const A = 1;',
    'enum A { B } enum A { C }',
    'class A {} namespace A { export const b = 1; }',
  ])('that may declare a name again is one: %s', (code) => {
    expect(() => parsers[parser](code)).not.toThrow();
  });
});
