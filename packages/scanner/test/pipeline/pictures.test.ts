import { createHash, randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { defaultConfig } from '../../src/configs/config.ts';
import { readerOf } from '../../src/containers/byte-reader.ts';
import { createEngine } from '../../src/pipeline/create-engine.ts';
import type { Outcome } from '../../src/pipeline/outcome.ts';
import { openShelf, PictureShelf } from '../../src/pipeline/pictures/picture-shelf.ts';
import { scanReader } from '../../src/pipeline/scan-reader.ts';
import { scanStream } from '../../src/pipeline/scan-stream.ts';
import { embeddedPictures, pictureTextOf } from '../../src/readers/embedded-pictures.ts';
import { tarOf, zipOf } from '../containers/make-archives.ts';
import { engine, lineWith, makeKey } from './engines.ts';

const { shelf, close } = openShelf();
afterAll(close);

const reading = createEngine({ config: defaultConfig, configFolder: '/', root: '/', known: { keys: [], fingerprints: undefined } }, { cwd: '/', shelf });

function png(length = 600): Buffer {
  const size = Buffer.alloc(8);
  size.writeUInt32BE(400);
  size.writeUInt32BE(300, 4);
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'), size, randomBytes(length)]);
}

async function scan(bytes: Buffer, name = 'a.bin', by = reading): Promise<Outcome> {
  const stream = (async function* () {
    yield await Promise.resolve(bytes);
  })();
  return scanStream(by, stream, { path: name, name }, () => undefined);
}

const summaryOf = ({ pictures }: Outcome): readonly unknown[] => pictures.map(({ place, via, counts }) => [place.path, via.join(), counts]);
/** Hashes, as comparing long buffers element by element takes minutes. */
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const hashesOf = ({ pictures }: Outcome): readonly string[] => pictures.map(({ shelved }) => {
  const bytes = shelf.take(shelved);
  return 'unread' in bytes ? bytes.unread : hashOf(bytes);
});

describe('images are put aside to be read', () => {
  it('from archives, whole and under their paths', async () => {
    const [one, two] = [png(), png(17_000_000)];
    const outcome = await scan(tarOf([{ name: 'd/one.png', content: one }, { name: 'b.zip', content: zipOf([{ name: 'two.png', content: two, method: 0 }]) }]), 'a.tar');
    expect(summaryOf(outcome)).toEqual([['a.tar!d/one.png', '', 'members'], ['a.tar!b.zip!two.png', '', 'members']]);
    expect(hashesOf(outcome)).toEqual([one, two].map(hashOf));
  });

  it('from compressed files', async () => {
    const outcome = await scan(gzipSync(png()), 'one.png.gz');
    expect(summaryOf(outcome)).toEqual([['one.png.gz', 'gzip', 'members']]);
  });

  it('from streams, however long', async () => {
    const long = png(17_000_000);
    const outcome = await scan(long, 'long.png');
    expect(summaryOf(outcome)).toEqual([['long.png', '', 'files']]);
    expect(hashesOf(outcome)).toEqual([hashOf(long)]);
  });

  it('from texts, in which keys are found as well', async () => {
    const [one, two] = [png(), png()];
    const outcome = await scan(Buffer.from(`![](data:image/png;base64,${one.toString('base64')})\n${lineWith(makeKey())}\n"${two.toString('base64')}"`), 'notes.md');
    expect(summaryOf(outcome)).toEqual([['notes.md!image-1.png', 'base64 on line 1', 'nothing'], ['notes.md!image-2.png', 'base64 on line 3', 'nothing']]);
    expect(hashesOf(outcome)).toEqual([one, two].map(hashOf));
    expect(outcome.findings).toHaveLength(1);
  });

  it('and not from long texts that can be read once only, which are named', async () => {
    const outcome = await scan(Buffer.from(`${'words\n'.repeat(3_000_000)}"${png().toString('base64')}"`), 'long.html');
    expect(outcome.pictures).toEqual([]);
    expect(outcome.unread).toEqual([{ path: 'long.html', reason: expect.stringContaining('holds images in a text of more than 16,777,216 bytes') as string }]);
  });

  it('at the same places of a text, whatever windows it is read in', async () => {
    const images = [png(300), png(2000), png(9000)].map((image) => image.toString('base64'));
    const words = fc.array(fc.constantFrom('words and ', 'more\n', 'lines\r\n', 'ümläute ', '\n'), { maxLength: 400 }).map((list) => list.join(''));
    await fc.assert(fc.asyncProperty(words, words, words, async (...between) => {
      const text = Buffer.from(images.map((image, index) => `${between[index] ?? ''}"data:image/png;base64,${image}"`).join(''));
      const { picturePlaces = [] } = await scanReader(reading, readerOf(text), { path: 'a.txt', name: 'a.txt' }, { size: 2048, context: 1024 }, () => Promise.resolve());
      const found = [...embeddedPictures(pictureTextOf(text), picturePlaces)];
      expect(found.map(({ name, line }) => [name, line])).toEqual(images.map((image, index) => [`image-${index + 1}.png`, text.toString().split(image)[0]?.split('\n').length]));
    }), { numRuns: 40 });
  });

  it('and not where nobody reads them', async () => {
    const outcome = await scan(zipOf([{ name: 'one.png', content: png() }]), 'a.zip', engine());
    expect(outcome).toMatchObject({ pictures: [], skipped: [{ path: 'a.zip!one.png', reason: 'media' }] });
  });
});

describe('a shelf', () => {
  it('is one for all threads', () => {
    const other = new PictureShelf(shelf.shared);
    const [one, two] = [Buffer.from('one'), Buffer.from('two')];
    const shelved = [shelf.put(one), other.put(two)];
    expect(shelved.map((place) => shelf.take(place))).toEqual([one, two]);
  });

  it('takes no image that is too large, and says so', () => {
    const large = shelf.writer();
    for (let part = 0; part < 11; part++) large.write(Buffer.alloc(16_000_000));
    expect(large.shelved).toEqual({ unread: 'image of more than 160,000,000 bytes' });
    expect(shelf.take(large.shelved)).toEqual({ unread: 'image of more than 160,000,000 bytes' });
  });
});
