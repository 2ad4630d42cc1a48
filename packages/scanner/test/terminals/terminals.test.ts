import { describe, expect, it } from 'vitest';
import { wantsColor } from '../../src/terminals/color.ts';
import { formatBytes, ProgressLine } from '../../src/terminals/progress-line.ts';
import { wrapText } from '../../src/terminals/wrap-text.ts';

describe('wantsColor', () => {
  it.each([
    [true, {}, true, true],
    [true, {}, false, false],
    [true, { TERM: 'dumb' }, true, false],
    [true, { NO_COLOR: '1' }, true, false],
    [true, { NO_COLOR: '' }, true, true],
    [true, { FORCE_COLOR: '1' }, false, true],
    [true, { FORCE_COLOR: '' }, false, true],
    [true, { FORCE_COLOR: '0' }, true, false],
    [true, { FORCE_COLOR: '1', NO_COLOR: '1' }, true, false],
    [false, { FORCE_COLOR: '1' }, true, false],
  ])('option %s, environment %j, terminal %s: %s', (option, environment, isTerminal, wanted) => {
    expect(wantsColor(option, environment, isTerminal)).toBe(wanted);
  });
});

describe('formatBytes', () => {
  it.each([[0, '0 B'], [999, '999 B'], [1000, '1.00 kB'], [12_345_678, '12.3 MB'], [999_600, '1.00 MB'], [5e15, '5.00 PB']])('of %d is %s', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });
});

describe('ProgressLine', () => {
  function run(isTerminal: boolean): { readonly line: ProgressLine; readonly at: (time: number) => void; readonly output: () => string } {
    let time = 0;
    let output = '';
    const line = new ProgressLine({ write: (text) => (output += text), isTerminal, now: () => time });
    return { line, at: (moment) => (time = moment), output: () => output };
  }

  it('shows nothing of a short scan', () => {
    const { line, at, output } = run(true);
    for (let time = 0; time < 600; time += 50) {
      at(time);
      line.show({ files: 1, bytes: 1 });
    }
    line.erase();
    expect(output()).toBe('');
  });

  it('shows files, bytes and rate of a long one, not too often, and erases them', () => {
    const { line, at, output } = run(true);
    for (const time of [1000, 1050, 2000]) {
      at(time);
      line.show({ files: 1234, bytes: time * 10_000 });
    }
    line.erase();
    line.erase();
    expect(output()).toBe('\rScanned 1,234 files, 10.0 MB, 10.0 MB/s\u001b[K\rScanned 1,234 files, 20.0 MB, 10.0 MB/s\u001b[K\r\u001b[K');
  });

  it('writes whole lines, now and then, where there is no terminal', () => {
    const { line, at, output } = run(false);
    for (let time = 0; time < 12_000; time += 100) {
      at(time);
      line.show({ files: 1, bytes: time });
    }
    line.erase();
    expect(output()).toMatch(/^(Scanned 1 file, .+\n){3}$/);
  });
});

describe('wrapText', () => {
  it('breaks at blanks, keeps paragraphs and list items, and cuts no word', () => {
    expect(wrapText('one two three\nfour\n\n- a b c d e\n- f\n\naverylongwordindeed x', 10, '  ')).toBe(
      '  one two\n  three\n  four\n\n  - a b c\n    d e\n  - f\n\n  averylongwordindeed\n  x',
    );
  });
});
