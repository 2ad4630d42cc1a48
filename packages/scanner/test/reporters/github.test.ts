import { describe, expect, it } from 'vitest';
import { report as github } from '../../src/reporters/github.ts';
import { emptyReport, hostileReport, hostileWords, richReport } from './rich-report.ts';

const options = { color: false, version: '1.2.3' } as const;

interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

const unescapedData = (text: string): string =>
  text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
const unescapedProperty = (text: string): string => unescapedData(text.replaceAll('%3A', ':').replaceAll('%2C', ','));

/** What the runner makes of a line (actions/runner, ActionCommand.TryParseV2). */
function parsed(line: string): Command | undefined {
  const trimmed = line.trimStart();
  if (!trimmed.startsWith('::')) return undefined;
  const end = trimmed.indexOf('::', 2);
  if (end < 0) return undefined;
  const [, name = '', list = ''] = /^(\S*)(?: (.*))?$/.exec(trimmed.slice(2, end)) ?? [];
  const properties = list
    .split(',')
    .filter((pair) => pair !== '')
    .map((pair) => [pair.slice(0, pair.indexOf('=')), unescapedProperty(pair.slice(pair.indexOf('=') + 1))] as const);
  return { name, properties: Object.fromEntries(properties), message: unescapedData(trimmed.slice(end + 2)) };
}

describe('the github reporter', () => {
  it('annotates findings, unread places and notes, then sums up', () => {
    const { report } = richReport();
    const commands = github(report, options).trimEnd().split('\n').map(parsed);
    expect(commands.map((command) => command?.name)).toEqual([
      'error',
      'error',
      'error',
      'error',
      'warning',
      'error',
      'warning',
      'warning',
      'notice',
    ]);
    expect(commands[0]?.properties).toEqual({
      file: 'src/api/client.py',
      line: '3',
      endLine: '3',
      col: '19',
      endColumn: '59',
      title: 'Keep Submit API keys out of source code and configuration (no-hardcoded-key, high confidence)',
    });
    expect(commands[0]?.message).toContain('\n- sent to submit.atomyx.io (line 7)\n- named SUBMIT_API_KEY (line 3)\n');
    expect(commands[0]?.message).toMatch(/\nmend: Create a new key in Atomyx Vault\.\nhttps:\S+$/);
    expect(commands[5]?.properties).toEqual({ file: 'secrets/locked.env', title: 'Not read' });
    expect(commands[6]?.properties).toEqual({ file: 'src/old.ts', line: '7', title: 'stale suppression' });
    expect(commands[8]?.message).toBe(
      '5 findings. Read 1,204 files, 3 git objects, 48.2 MB. 3 places skipped. 1 place could not be read: this scan is not complete. 2 findings suppressed.',
    );
  });

  it('escapes as the runner unescapes', () => {
    const [finding] = richReport().report.findings;
    const message = 'a%0Ab: c, d::e%25';
    const text = github(
      { ...emptyReport(), findings: finding === undefined ? [] : [{ ...finding, path: 'a,b:c%2C.py', message }] },
      options,
    );
    const command = parsed(text.split('\n')[0] ?? '');
    expect(command?.properties['file']).toBe('a,b:c%2C.py');
    expect(command?.message.split('\n')[0]).toBe(message);
    expect(text).toContain('file=a%2Cb%3Ac%252C.py,');
  });

  it('gives no columns for what spans lines', () => {
    const [finding] = richReport().report.findings;
    const text = github(
      { ...emptyReport(), findings: finding === undefined ? [] : [{ ...finding, endLine: 5 }] },
      options,
    );
    expect(Object.keys(parsed(text.split('\n')[0] ?? '')?.properties ?? {})).toEqual([
      'file',
      'line',
      'endLine',
      'title',
    ]);
  });

  it('sums up a scan without findings', () => {
    expect(github(emptyReport(), options)).toBe(
      '::notice title=submit-guard::No Submit key found. Read 12 files, 48.2 kB.\n',
    );
    expect(github(emptyReport({ files: 0 }), options)).toContain('Nothing was read, so nothing can be said.');
  });

  it.each(hostileWords)('lets nothing inject a command: %j', (words) => {
    const lines = github(hostileReport(words), options).trimEnd().split('\n');
    expect(lines).toHaveLength(5);
    for (const line of lines) {
      expect(line).toMatch(/^::(?:error|warning|notice) /);
      expect(line).not.toMatch(/##[a-z]*\[|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/iu);
      const command = parsed(line);
      expect(
        Object.keys(command?.properties ?? {}).every((key) => /^(?:file|line|endLine|col|endColumn|title)$/.test(key)),
      ).toBe(true);
    }
  });
});
