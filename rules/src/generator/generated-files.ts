import { catalogueModule, examplesModule } from './modules.ts';
import { indexPage, rulePage } from './pages.ts';
import { readCatalogue } from './read-catalogue.ts';

/**
 * Everything that is generated from the catalogue.
 *
 * @param folder - the folder of the rules package.
 * @returns the text of each file, by its path in the repository.
 */
export function generatedFiles(folder: string): ReadonlyMap<string, string> {
  const entries = readCatalogue(folder);
  return new Map([
    ['rules/src/generated/catalogue.ts', catalogueModule(entries)],
    ['rules/src/generated/examples.ts', examplesModule(entries)],
    ['docs/rules/README.md', indexPage(entries)],
    ...entries.map((entry) => [`docs/rules/${entry.rule.id}.md`, rulePage(entry)] as const),
  ]);
}
