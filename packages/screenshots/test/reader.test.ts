import { PNG } from 'pngjs';
import { afterAll, describe, expect, it } from 'vitest';
import { screenshotTools } from '../../../test/on-demand/screenshot-tools.ts';
import { openReader } from '../src/open-reader.ts';
import { noise, screen } from './drawing.ts';

const tools = screenshotTools();
const isMissing = typeof tools === 'string';
const options = isMissing ? {} : { engineFrom: tools.engineFrom };

function pngOf({ width, height, rgba }: ReturnType<typeof screen>): Buffer {
  const png = new PNG({ width, height });
  png.data = Buffer.from(rgba);
  return PNG.sync.write(png);
}

describe('without the engine', () => {
  it('a reader says what to install', () => {
    expect(() => openReader({ engineFrom: '/' })).toThrow(/^tesseract\.js-core and @tesseract\.js-data\/eng, .* are not installed\. Install @submit-guard\/screenshots again\.$/);
  });
});

describe.skipIf(isMissing)(`a reader${isMissing ? ` (left out: ${tools})` : ''}`, () => {
  const reader = isMissing ? undefined : openReader({ ...options, lanes: 2 });
  afterAll(() => reader?.close());

  it('reads many images at a time, in whatever order they end', async () => {
    const kinds = await Promise.all([screen(), noise(300, 200), screen(64, 64), screen()].map(async (raster) => (await reader?.read(pngOf(raster)))?.kind));
    expect(kinds).toEqual(['read', 'passed over', 'passed over', 'read']);
  });

  it('says what it cannot read, and reads on', async () => {
    expect(await reader?.read(Buffer.from('no image'))).toEqual({ kind: 'unread', reason: 'no image of a format that is read' });
    expect(await reader?.read(pngOf(screen()).subarray(0, 200))).toEqual({ kind: 'unread', reason: 'damaged PNG' });
    expect((await reader?.read(pngOf(screen())))?.kind).toBe('read');
  });

  it('gives up on an image that takes too long, and reads on', async () => {
    const hasty = openReader({ ...options, limits: { seconds: 0.001 } });
    expect(await hasty.read(pngOf(screen()))).toEqual({ kind: 'unread', reason: 'took longer than 0.001 s' });
    await hasty.close();
  });
});
