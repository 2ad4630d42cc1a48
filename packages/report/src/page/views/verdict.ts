import type { PageData } from '../../model/page-data.ts';
import type { FindingIndex } from '../findings/finding-index.ts';
import { counted } from './words.ts';

/** How many places should have been read and were not. */
export const unreadIn = ({ sources }: PageData): number => sources.reduce((sum, { unread }) => sum + unread.count, 0);

/** How many files and objects were read. */
export const placesIn = ({ sources }: PageData): number => sources.reduce((sum, { places }) => sum + places, 0);

/** What a report comes to. One that could not read everything, or that read nothing, never sounds clean. */
export function verdictOf({ data, files }: FindingIndex): string {
  const missed = unreadIn(data);
  if (data.findings.length > 0) return `${counted(data.findings.length, 'finding')} in ${counted(files, 'file')}`;
  if (missed > 0) return `Nothing found, but ${counted(missed, 'place')} could not be read`;
  const faulty = data.sources.flatMap(({ notes }) => notes).filter(({ kind }) => kind === 'invalid suppression').length;
  if (faulty > 0) return `Nothing found, but ${counted(faulty, 'suppression')} cannot count`;
  if (placesIn(data) === 0) return 'Nothing was read, so nothing can be said';
  return 'No Submit key found';
}

/** Whether it is as good as it sounds. */
export const isClean = (index: FindingIndex): boolean => verdictOf(index) === 'No Submit key found';
