import type { Layout } from './layout.ts';

const brand = /atomyx|submit/gi;
const lowerCase = 0x20;
const letterA = 0x61;

/** Offsets at which Atomyx and Submit stand in a text, as words or parts of words; ascending. For `Layout.derived`. */
export function brandsIn({ text }: Layout): readonly number[] {
  const places: number[] = [];
  brand.lastIndex = 0;
  while (brand.test(text)) places.push(brand.lastIndex - 'atomyx'.length);
  return places;
}

/** Offsets at which Atomyx stands. For `Layout.derived`. */
export function atomyxIn(layout: Layout): readonly number[] {
  return layout.derived(brandsIn).filter((at) => (layout.text.charCodeAt(at) | lowerCase) === letterA);
}
