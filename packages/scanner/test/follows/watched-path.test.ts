import { appendFileSync, mkdirSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { WatchedPath } from '../../src/follows/watched-path.ts';
import type { WatchEvent } from '../../src/follows/watched-path.ts';
import { temporaryFolder } from '../temporary-folder.ts';

/** Events in short: `begin`, `begin, former goes on`, `text`, `former: text`, `former-end`. */
function shown(events: Iterable<WatchEvent>): readonly string[] {
  return Array.from(events, (event) => {
    if (event.kind === 'bytes') return `${event.isFormer ? 'former: ' : ''}${event.bytes.toString()}`;
    return event.kind === 'begin' && event.keepsFormer ? 'begin, former goes on' : event.kind;
  });
}

function watch(): { readonly path: string; readonly look: () => readonly string[]; readonly watched: WatchedPath } {
  const path = join(temporaryFolder(), 'a.log');
  const watched = new WatchedPath(path);
  return { path, watched, look: () => shown(watched.look()) };
}

describe('a watched path', () => {
  it('waits for a file, and reads what is added to it', () => {
    const { path, look, watched } = watch();
    expect([look(), watched.failure]).toEqual([[], 'there is no such file yet']);
    writeFileSync(path, 'a');
    expect([look(), watched.failure]).toEqual([['begin', 'a'], undefined]);
    expect(look()).toEqual([]);
    appendFileSync(path, 'b');
    appendFileSync(path, 'c\n');
    expect(look()).toEqual(['bc\n']);
    watched.close();
  });

  it('reads a file that was moved away to its end, and the one in its place from its beginning', () => {
    const { path, look, watched } = watch();
    writeFileSync(path, 'a\n');
    expect(look()).toEqual(['begin', 'a\n']);
    appendFileSync(path, 'b\n');
    renameSync(path, `${path}.1`);
    expect([look(), watched.failure]).toEqual([['b\n'], undefined]);
    appendFileSync(`${path}.1`, 'c\n');
    writeFileSync(path, 'd\n');
    expect(look()).toEqual(['c\n', 'begin, former goes on', 'd\n']);
    appendFileSync(`${path}.1`, 'e\n');
    appendFileSync(path, 'f\n');
    expect(look()).toEqual(['former: e\n', 'f\n']);
    appendFileSync(`${path}.1`, 'g\n');
    renameSync(path, `${path}.2`);
    writeFileSync(path, 'h\n');
    expect(look()).toEqual(['former: g\n', 'former-end', 'begin, former goes on', 'h\n']);
    expect(shown(watched.end())).toEqual(['former-end']);
    watched.close();
  });

  it('begins anew where a file was emptied, written over or made again', () => {
    const { path, look, watched } = watch();
    writeFileSync(path, 'a line\nanother\n');
    expect(look()).toEqual(['begin', 'a line\nanother\n']);
    truncateSync(path, 0);
    appendFileSync(path, 'b\n');
    expect(look()).toEqual(['begin', 'b\n']);
    writeFileSync(path, 'something longer than before\n');
    expect(look()).toEqual(['begin', 'something longer than before\n']);
    rmSync(path);
    expect(look()).toEqual([]);
    writeFileSync(path, 'c\n');
    expect(look().filter((event) => event !== 'begin, former goes on' && event !== 'begin')).toEqual(['c\n']);
    watched.close();
  });

  it('says what stands there in place of a file', () => {
    const { path, look, watched } = watch();
    mkdirSync(path);
    expect([look(), watched.failure]).toEqual([[], 'it is no regular file']);
  });
});
