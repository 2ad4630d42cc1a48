import { fileURLToPath } from 'node:url';
import { createDetector } from '@submit-guard/core';
import { createTextScanner } from 'submit-guard';
import { expect, test } from 'vitest';
import { packages } from './install.ts';
import type { FolderFigures } from './proof.ts';
import { readFolder } from './proof.ts';

test('the list of packages names exact versions', () => {
  expect(packages.length).toBeGreaterThanOrEqual(60);
  for (const name of packages) expect(name).toMatch(/^(@[\w.-]+\/)?[\w.-]+@\d+\.\d+\.\d+$/);
});

test('nothing is found in forty megabytes of the packages that this repository depends on', () => {
  const figures: FolderFigures = { files: 0, bytes: 0, findings: [] };
  readFolder({ detector: createDetector(), scan: createTextScanner() }, fileURLToPath(new URL('../../../node_modules/.pnpm', import.meta.url)), figures, 40e6);
  expect(figures.findings).toEqual([]);
  expect(figures.bytes).toBeGreaterThan(40e6);
});
