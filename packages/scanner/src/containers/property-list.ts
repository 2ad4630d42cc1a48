import type { ContainerFormat } from './container.ts';
import { ContainerError } from './container-error.ts';
import { readTexts } from './text-reader.ts';
import { beginsPropertyList, PropertyList } from './plist/objects.ts';
import { jsonOf } from './plist/render-json.ts';

/** Longest list that is read. Bytes. */
const longest = 67_108_864;

/**
 * Binary property lists of Apple (`CFBinaryPList.c` of CoreFoundation): settings, archives of `NSKeyedArchiver`, documents of RapidAPI for Mac. What
 * is read is the list as JSON, in which a reference of a keyed archive is what it refers to.
 */
export const propertyList: ContainerFormat = {
  name: 'binary property list',
  kind: 'compressed',
  isComplete: true,
  accepts: ({ bytes }) => beginsPropertyList(bytes),
  async *members(container) {
    const access = await container.anywhere();
    if (access.size > longest) throw new ContainerError(`is longer than ${longest} bytes, which is the longest binary property list that is read`);
    const bytes = Buffer.alloc(access.size);
    if (access.readAt(bytes, 0) < access.size) throw new ContainerError('is cut short');
    yield { bytes: readTexts(jsonOf(new PropertyList(bytes))) };
  },
};
