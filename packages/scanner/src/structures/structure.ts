import type { Range } from '@submit-guard/core';
import type { Text } from './documents/text.ts';

/** What a file of a test tool holds, in the tool's own terms. */
export interface Structure {
  /** Where a value stands in the tool, for people. Of places within each other the innermost counts. */
  readonly places: readonly Place[];
  readonly requests: readonly Request[];
  /** Of these one at a time is in force, or none. */
  readonly environments: readonly Environment[];
  /** Texts that are to be read by themselves: scripts, cells, recorded bodies. */
  readonly passages: readonly Text[];
  /** What requests in other files send: a collection or a folder has it for all that lie below. */
  readonly handedDown: readonly Credential[];
  /** What names other parts of the file, and is no key whatever it looks like. */
  readonly identifiers: readonly Range[];
}

export interface Place extends Range {
  /** For example `the request "Create job" of a Postman collection`. */
  readonly words: string;
}

/** A name with a value that requests refer to. A name may have several values, such as an initial and a current one. */
export interface Variable {
  readonly name: string;
  /** Where the name stands. */
  readonly place: Range;
  readonly text: Text;
}

/** Variables that are in force somewhere. */
export interface Scope {
  readonly variables: readonly Variable[];
  /** What is around it, whose variables are in force, too. */
  readonly parent?: Scope | undefined;
}

/** Variables that go together under a name: `production`. */
export interface Environment extends Scope {
  readonly name: string;
}

export interface Request {
  /** The address, with templates in it. */
  readonly url: Text;
  readonly scope: Scope;
  readonly credentials: readonly Credential[];
  /** The file says by name, and not by an address, that another service gets it. */
  readonly isElsewhere?: boolean;
}

/** What a request sends to show who it is. */
export interface Credential {
  readonly text: Text;
  /** `header`: all of `Authorization`, its scheme included; otherwise the scheme that the tool puts in front of it. */
  readonly scheme: 'header' | 'bearer' | 'none';
}

/** How formats refer to variables: the name is the first group. */
export const template = /\{\{\s{0,8}(?:_\.|_\[['"])?([^{}'"\]\s][^{}'"\]]{0,80}?)(?:['"]\])?\s{0,8}\}\}|<<([\w.-]{1,80})>>|\$\{\[?\s{0,8}(?:#\w{1,40}#)?([\w.-]{1,80})\s{0,8}\]?\}/g;

/** The scope without variables. */
export const emptyScope: Scope = { variables: [] };

/** The name in a match of {@link template}. */
export function nameIn(match: RegExpMatchArray): string {
  return (match[1] ?? match[2] ?? match[3] ?? '').trim();
}
