import { renderPage } from '@submit-guard/report';
import { pageData } from './html/page-data.ts';
import type { Reporter } from './reporter.ts';

/** The last name in an absolute path, or a word where there is none. */
const nameOf = (folder: string | undefined): string => folder?.split(/[\\/]/).findLast((name) => name !== '') ?? 'scan';

/** A page for browsers: one file that needs nothing else, with filters, evidence and remedies. */
export const report: Reporter = (data, { version, workingDirectory, finishedAt = new Date() }) =>
  renderPage(pageData([{ name: nameOf(workingDirectory), report: data }], version, finishedAt));
