import { describe, expect, test } from 'vitest';
import { textEngines } from '../../judgements/engines.ts';
import { clients } from './clients.ts';
import { faultsOf, snippetCases } from './proof.ts';

describe('a request to Submit, written for every client library of httpsnippet', () => {
  test('covers the languages it promises', () => {
    expect(clients.length).toBeGreaterThanOrEqual(36);
    expect(new Set(clients.map((client) => client.language)).size).toBeGreaterThanOrEqual(19);
  });

  test.each(['detector', 'scanner'] as const)('shows its key to the %s, and shows nothing with another host or a placeholder', (name) => {
    const engine = textEngines[name]();
    const faults = [...snippetCases(1)].flatMap((snippet) => faultsOf(engine, snippet));
    expect(faults).toEqual([]);
  });
});
