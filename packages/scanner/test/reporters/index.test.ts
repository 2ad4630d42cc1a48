import { describe, expect, it } from 'vitest';
import { loadReporter, reporterNames, UnknownReporterError } from '../../src/reporters/index.ts';

describe('loadReporter', () => {
  it('knows the formats of the contract', () => {
    expect(reporterNames).toEqual(['pretty', 'json', 'sarif', 'github', 'gitlab', 'junit', 'csv', 'markdown', 'html']);
  });

  it.each([
    ['jsn', 'There is no format "jsn". Did you mean "json"?'],
    ['Sarif', 'There is no format "Sarif". Did you mean "sarif"?'],
    [
      'x\u001b[2J',
      'There is no format "x\\x1b[2J". Choose one of pretty, json, sarif, github, gitlab, junit, csv, markdown, html.',
    ],
    [
      'constructor',
      'There is no format "constructor". Choose one of pretty, json, sarif, github, gitlab, junit, csv, markdown, html.',
    ],
  ])('says what to do about the unknown format %j', async (format, message) => {
    await expect(loadReporter(format)).rejects.toThrow(new UnknownReporterError(format));
    await expect(loadReporter(format)).rejects.toThrow(message);
  });
});
