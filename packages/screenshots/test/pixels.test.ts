import { describe, expect, it } from 'vitest';
import { enlarged } from '../src/pixels/enlarge.ts';
import { inkOf } from '../src/pixels/ink.ts';
import { withoutRulers } from '../src/pixels/rulers.ts';
import { whyNoScreen } from '../src/pixels/screen-signs.ts';
import { textHeightOf } from '../src/pixels/text-height.ts';
import { canvas, fill, noise, screen } from './drawing.ts';

describe('an image is taken for a screen', () => {
  it('where flat areas and sharp edges make it up', () => expect(whyNoScreen(screen())).toBeUndefined());
  it('and not where it is an icon', () => expect(whyNoScreen(screen(64, 64))).toBe('too small for a screenshot'));
  it('and not where it is a photograph', () => expect(whyNoScreen(noise(400, 300))).toBe('no screenshot'));
  it('and not where nothing stands in it', () => expect(whyNoScreen(canvas(400, 300))).toBe('no text in it'));
});

describe('ink', () => {
  it('is dark on white for dark and for light text, side by side', () => {
    const raster = canvas(200, 100);
    fill(raster, 100, 0, 100, 100, [20, 20, 30]);
    fill(raster, 40, 50, 4, 8, [0, 0, 0]);
    fill(raster, 160, 50, 4, 8, [240, 240, 240]);
    const { values } = inkOf(raster);
    const at = (x: number, y: number): number => values[y * 200 + x] ?? -1;
    expect(at(41, 53)).toBeLessThan(20);
    expect(at(161, 53)).toBeLessThan(20);
    expect(at(20, 20)).toBeGreaterThan(200);
    expect(at(185, 20)).toBeGreaterThan(200);
  });

  it('loses the lines of frames and keeps letters', () => {
    const raster = canvas(300, 60);
    fill(raster, 10, 10, 280, 1, [120, 120, 120]);
    fill(raster, 40, 30, 4, 9, [0, 0, 0]);
    const ink = inkOf(raster);
    ink.values.fill(0, 10 * 300 + 10, 10 * 300 + 290);
    withoutRulers(ink);
    expect(ink.values[10 * 300 + 150]).toBe(255);
    expect(ink.values[33 * 300 + 41]).toBeLessThan(20);
  });
});

describe('the height of text', () => {
  it.each([7, 9, 14, 30])('is told from the shapes: %d pixels', (height) => expect(textHeightOf(inkOf(screen(400, 200, height)))).toBe(height));
  it('is unknown where there is none', () => expect(textHeightOf(inkOf(canvas(300, 200)))).toBeUndefined());
});

describe('an image is enlarged', () => {
  const grey = { width: 2, height: 1, values: Uint8Array.of(0, 200) };
  it('with values in between', () => expect([...enlarged(grey, 2).values]).toEqual([0, 50, 150, 200, 0, 50, 150, 200]));
  it('or reduced, to one pixel at the least', () => expect(enlarged(grey, 0.1)).toMatchObject({ width: 1, height: 1 }));
});
