import { createDetector } from '@submit-guard/core';
import { describe, expect, test } from 'vitest';
import { clients } from './clients.ts';
import { faultsOf, snippetCases } from './proof.ts';

describe('a request to Submit, written for every client library of httpsnippet', () => {
  test('covers the languages it promises', () => {
    expect(clients.length).toBeGreaterThanOrEqual(36);
    expect(new Set(clients.map((client) => client.language)).size).toBeGreaterThanOrEqual(19);
  });

  test('shows its key, and shows nothing with another host or a placeholder', () => {
    const detector = createDetector();
    const faults = [...snippetCases(1)].flatMap((snippet) => faultsOf(detector, snippet));
    expect(faults).toEqual([]);
  });
});
