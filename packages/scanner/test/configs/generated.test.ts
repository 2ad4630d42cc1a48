import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { optionsTable, schemaFile, withPart } from './config-reference.ts';

// `pnpm run generate` runs this file with --update, which writes what differs.
const pathOf = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

it('the published schema is what the tool checks', async () => {
  await expect(schemaFile()).toMatchFileSnapshot(pathOf('../../schema/config.schema.json'));
});

it('the docs list every option', async () => {
  const page = pathOf('../../../../docs/configuration.md');
  await expect(withPart(readFileSync(page, 'utf8'), 'options', optionsTable())).toMatchFileSnapshot(page);
});
