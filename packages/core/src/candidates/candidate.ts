import type { Range } from '../evidence/evidence.ts';
import type { NameClass } from '../names/classify-name.ts';

/** A value that may be a key, and how the text presents it. The range is the value alone, without quotes and scheme. */
export interface Candidate extends Range {
  readonly text: string;
  /** All pieces in the order of the key, the first equal to the range, where it is put together from several. */
  readonly pieces?: readonly Range[];
  /** Where the header or the name stands: its request decides whose the value is. */
  readonly anchor: Range;
  /** The value is, or becomes, the credential of an `Authorization` header. */
  readonly header: boolean;
  /** The scheme in front of it, lower case; empty where the header holds the bare value. */
  readonly scheme?: string;
  /** The name it is bound to; `section` is the innermost name around that. */
  readonly name?: { readonly text: string; readonly class: NameClass; readonly section?: string };
  /** Where the value is passed on or looked up, if that is not where the header stands: its request decides first. */
  readonly site?: number;
  /** The value is an entry of a table or map: only the host of its own line makes it ours. */
  readonly entry?: boolean;
  /** The text in which the candidate was read names a Submit host by itself (`.netrc`, user information of a URL). */
  readonly host?: string;
  /** It is open what the value beside that host is. */
  readonly isOpen?: boolean;
}
