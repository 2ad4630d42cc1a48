import { describe, expect, it } from 'vitest';
import { lineWith, makeKey } from '../pipeline/engines.ts';
import { zipOf } from './make-archives.ts';
import { scanFiles } from './scan-folder.ts';

/** A binary property list of objects, of which the first is the top; texts are numbers of objects where they are references. */
function plistOf(objects: readonly Buffer[]): Buffer {
  const offsets: number[] = [];
  let body = Buffer.from('bplist00');
  for (const object of objects) {
    offsets.push(body.length);
    body = Buffer.concat([body, object]);
  }
  const trailer = Buffer.alloc(32);
  trailer.writeUInt8(2, 6);
  trailer.writeUInt8(1, 7);
  trailer.writeBigUInt64BE(BigInt(objects.length), 8);
  trailer.writeBigUInt64BE(BigInt(body.length), 24);
  const table = Buffer.concat(offsets.map((offset) => Buffer.from([offset >> 8, offset & 0xff])));
  return Buffer.concat([body, table, trailer]);
}

const text = (value: string): Buffer => Buffer.concat([Buffer.from([0x5f, 0x10, value.length]), Buffer.from(value)]);
const wide = (value: string): Buffer => Buffer.concat([Buffer.from([0x6f, 0x10, value.length]), Buffer.from(value, 'utf16le').swap16()]);
const dictionary = (...pairs: readonly (readonly [number, number])[]): Buffer => Buffer.from([0xd0 | pairs.length, ...pairs.map(([key]) => key), ...pairs.map(([, value]) => value)]);
const list = (...items: readonly number[]): Buffer => Buffer.from([0xa0 | items.length, ...items]);
const uid = (object: number): Buffer => Buffer.from([0x80, object]);

describe('a binary property list', () => {
  it('is read as JSON, in both ways to write texts', async () => {
    const bytes = plistOf([dictionary([1, 2], [3, 4]), text('ATOMYX_API_KEY'), wide(makeKey()), text('Größe'.normalize('NFD').slice(0, 2)), text('x')]);
    const { findings } = await scanFiles({ 'Info.plist': bytes });
    expect(findings.map(({ path, line, secret, via }) => [path, line, secret?.length, via])).toEqual([['Info.plist', 2, 40, ['binary property list']]]);
  });

  it('that is a document of RapidAPI is read as its archive says, rings and all', async () => {
    const key = makeKey();
    const url = 'https://submit.atomyx.io/api/jobs';
    const objects = [
      dictionary([1, 2], [3, 4], [5, 6]), text('$archiver'), text('NSKeyedArchiver'), text('$top'), dictionary([7, 8]), text('$objects'), list(9, 10, 11, 12, 13, 14), text('root'), uid(1),
      text('$null'), dictionary([15, 19], [16, 20], [17, 8]), text(url), list(), text('Authorization'), text(`Bearer ${key}`), text('url'), text('headers'), text('parent'),
      dictionary([21, 22], [23, 24]), uid(2), list(18), text('name'), uid(4), text('value'), uid(5),
    ];
    const { findings } = await scanFiles({ 'jobs.paw': plistOf(objects) });
    expect(findings.map(({ message }) => message)).toEqual([expect.stringContaining('in the header "Authorization" of the RapidAPI request.')]);
  });

  it.each([
    ['cut short', plistOf([text('a')]).subarray(0, 20), 'is cut short'],
    ['without a table', Buffer.concat([Buffer.from('bplist00'), Buffer.alloc(64, 0xff)]), 'is cut short or damaged: it does not end with the table of a binary property list'],
    ['that holds itself', plistOf([list(0)]), 'is nested more than 200 deep'],
    ['of lists of lists of one', plistOf(Array.from({ length: 40 }, (_, index) => list(...Array.from({ length: 14 }, () => Math.min(39, index + 1))))), 'is nested more than 200 deep'],
  ])('%s is unread, and ends', async (_, bytes, reason) => {
    const { coverage } = await scanFiles({ 'a.plist': bytes });
    expect(coverage.unread.map((note) => note.reason)).toEqual([reason]);
  });
});

describe('a report of Playwright', () => {
  const page = (data: string): string => `<!DOCTYPE html>\n<html><head><title>Playwright Test Report</title></head><body></body></html>\n<template id="playwrightReportBase64">${data}</template>`;
  const archive = zipOf([{ name: 'report.json', content: '{}' }, { name: 'test.json', content: lineWith(makeKey()) }]).toString('base64');

  it('holds its results as an archive', async () => {
    const { findings, coverage } = await scanFiles({ 'index.html': page(`data:application/zip;base64,${archive}`) });
    expect(findings.map(({ path, ruleId }) => [path, ruleId])).toEqual([['index.html!report.zip!test.json', 'no-key-in-test-tools']]);
    expect(coverage).toMatchObject({ files: 1, unread: [], skipped: [] });
  });

  it('without results, or with others, is a page', async () => {
    const { coverage } = await scanFiles({ 'a.html': page(''), 'b.html': page('data:application/zip;base64,QUJD') });
    expect(coverage).toMatchObject({ files: 2, unread: [], skipped: [] });
  });

  it('that breaks off is unread', async () => {
    const { coverage } = await scanFiles({ 'index.html': page(`data:application/zip;base64,${archive}`).slice(0, -60) });
    expect(coverage.unread).not.toEqual([]);
  });
});
