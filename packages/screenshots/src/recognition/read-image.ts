import { formatOf } from '../formats/index.ts';
import { whyNoScreen } from '../pixels/screen-signs.ts';
import type { Limits, Page, Reading } from '../reading.ts';
import type { Recogniser } from './engine.ts';
import { recogniseImage } from './recognise-image.ts';

/**
 * Reads the images of a file. What is no screen is passed over, before the engine is started.
 *
 * @param engine - starts the engine; asked only where there is something to read.
 */
export async function readImage(bytes: Buffer, { pixels }: Limits, engine: () => Promise<Recogniser>): Promise<Reading> {
  const format = formatOf(bytes);
  if (format === undefined) return { kind: 'unread', reason: 'no image of a format that is read' };
  const texts = format.textsOf?.(bytes) ?? [];
  if (format.closed !== undefined) return { kind: 'passed over', reason: format.closed, texts };
  try {
    const size = format.sizeOf(bytes);
    if (size === undefined || size.width * size.height === 0) return { kind: 'unread', reason: `damaged ${format.name}: it does not say how large it is` };
    if (size.width * size.height > pixels) return { kind: 'unread', reason: `larger than ${pixels.toLocaleString('en')} pixels: ${size.width} x ${size.height}` };
    const { images, omission } = await format.decode(bytes);
    const pages: Page[] = [];
    let reason: string | undefined = omission;
    for (const raster of images) {
      const why = whyNoScreen(raster);
      if (why === undefined) pages.push({ width: raster.width, height: raster.height, lines: recogniseImage(await engine(), raster) });
      else reason ??= why;
    }
    if (pages.length === 0) return { kind: 'passed over', reason: reason ?? 'no image in it', texts };
    return { kind: 'read', pages, texts, ...(omission !== undefined && { omission }) };
  } catch (error) {
    if (error instanceof Error && error.name === 'EngineMissing') throw error;
    // The words of a decoder may quote the file.
    return { kind: 'unread', reason: `damaged ${format.name}` };
  }
}
