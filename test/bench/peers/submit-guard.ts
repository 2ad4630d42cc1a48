import { scannerProgram } from '../cache.ts';
import type { Setting } from './peer.ts';
import { linesOf } from './peer.ts';

/**
 * Our own command line with all checks on.
 *
 * @param rules - what the tables call it.
 * @param cwd - working directory, where it looks for keys that it knows; an empty folder by default.
 */
export function submitGuard(rules = 'all checks', cwd?: string): Setting {
  return {
    rules,
    mustFind: true,
    command: ({ target, report }) => ({
      args: [scannerProgram, 'scan', target, '--format', 'json', '--output', report],
      ...(cwd !== undefined && { cwd }),
    }),
    // 1: findings. 2 would be a scan that could not read everything.
    statuses: [0, 1],
    count: (report) => (JSON.parse(report) as { findings: readonly unknown[] }).findings.length,
  };
}

/** Our own filter for logs. What comes out goes nowhere. */
export const submitGuardRedact: Setting = {
  rules: '`redact`',
  mustFind: false,
  command: ({ target }) => ({ args: [scannerProgram, 'redact', target] }),
  statuses: [0],
  count: () => 0,
};

/** What a filter costs that looks for one literal and replaces it. */
export const sedWithOneLiteral: Setting = {
  rules: '`s/submit.atomyx.io/x/g`',
  mustFind: false,
  command: ({ target }) => ({ args: ['s/submit\\.atomyx\\.io/x/g', target] }),
  statuses: [0],
  count: () => 0,
};

/** What starting Node costs. */
export const nodeAlone: Setting = {
  rules: '`node -e 0`',
  mustFind: false,
  command: () => ({ args: ['-e', '0'] }),
  statuses: [0],
  count: () => 0,
};

/** What a search for the known keys themselves costs. */
export function ripgrepForKeys(rules: string, list: string): Setting {
  return {
    rules,
    mustFind: true,
    command: ({ target }) => ({ args: ['-uuu', '-l', '-F', '-f', list, target], prints: true }),
    statuses: [0, 1],
    count: (report) => linesOf(report).length,
  };
}
