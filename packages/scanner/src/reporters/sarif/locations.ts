import { printable } from '@submit-guard/core';
import { isAbsolutePath, uriOfPath } from '../artifact-uri.ts';

/** The folder that relative paths start from (3.14.14). */
export const sourceRoot = '%SRCROOT%';

/** Where an artifact is: relative to the working directory unless its path is absolute. */
function artifactLocation(path: string): object {
  return { uri: uriOfPath(path), ...(isAbsolutePath(path) ? {} : { uriBaseId: sourceRoot }) };
}

export function physicalLocation(path: string, region?: object): object {
  return { artifactLocation: artifactLocation(path), ...(region === undefined ? {} : { region }) };
}

/** Words for a `text` property: brackets before a parenthesis would be a link (3.11.6). */
export const plainMessage = (words: string): { readonly text: string } => ({
  text: printable(words).replace(/\[([^\]]*)\](?=\()/g, '\\[$1\\]'),
});
