/**
 * What a page shows, as it stands in it as JSON. Every text is printable, and no text holds a key; the page takes none of them for anything
 * but text all the same.
 */
export interface PageData {
  /** Version of the tool that made the page. */
  readonly version: string;
  /** When the page was made, ISO 8601. */
  readonly madeAt: string;
  /** The rules that found something, by their ids. */
  readonly rules: Readonly<Record<string, PageRule>>;
  /** What was scanned, each on its own. At least one. */
  readonly sources: readonly PageSource[];
  readonly findings: readonly PageFinding[];
  /** Why the newest results are not shown, in a sentence; where they could not be read. */
  readonly fault?: string;
}

/** What the catalogue says of a rule. */
export interface PageRule {
  readonly title: string;
  /** What the vendor's documentation asks for, in one sentence. */
  readonly policy: string;
  /** Steps to mend it, in order. */
  readonly remedy: readonly string[];
  /** An `https:` address. */
  readonly docsUrl: string;
}

/** One scan: a repository, a folder, a bundle. */
export interface PageSource {
  readonly name: string;
  /** What was read, in words: `12 files, 48.2 kB`. */
  readonly read: string;
  /** Files and objects that the scan says something about. */
  readonly places: number;
  /** Findings that a suppression or the baseline covers. */
  readonly suppressed: number;
  readonly unread: Listing<{ readonly path: string; readonly reason: string }>;
  /** Left out on purpose, by reason, the most frequent first. */
  readonly skipped: readonly (Listing<string> & { readonly reason: string })[];
  /** Suppressions that need a look. */
  readonly notes: readonly { readonly kind: string; readonly place: string; readonly message: string }[];
}

/** Some of many: `count` says how many there are, `shown` holds the first of them. */
export interface Listing<Item> {
  readonly count: number;
  readonly shown: readonly Item[];
}

export type PageSeverity = 'error' | 'warning' | 'info';
export type PageConfidence = 'certain' | 'high' | 'medium' | 'low';

export interface PageFinding {
  /** Stays the same from scan to scan as long as rule, place and key do. */
  readonly id: string;
  /** Index in `sources`. */
  readonly source: number;
  readonly rule: string;
  readonly clause: string;
  readonly surface?: string;
  readonly severity: PageSeverity;
  readonly confidence: PageConfidence;
  readonly message: string;
  readonly path: string;
  /** From 1; columns in UTF-16 units. */
  readonly line: number;
  readonly column: number;
  readonly key?: { readonly redacted: string; readonly length: number; readonly fingerprint: string };
  /** What convicted it, the most convincing first. */
  readonly evidence: readonly { readonly words: string; readonly lines: readonly number[] }[];
  readonly excerpt?: readonly PageLine[];
  /** How it was decoded, outermost first. */
  readonly via?: readonly string[];
  readonly pointer?: string;
  /** Where the key stands in an image, in its pixels, and how big that image is. */
  readonly box?: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly image?: { readonly width: number; readonly height: number };
  readonly commit?: string;
  readonly blob?: string;
  readonly history?: {
    /** ISO 8601. */
    readonly authored?: string;
    readonly paths?: readonly string[];
    readonly tips?: readonly string[];
    readonly refs?: readonly string[];
  };
  /** Where it is from: `src/api.ts:12:9`. */
  readonly original?: string;
  /** How the key came here, the finding itself last. */
  readonly chain?: readonly { readonly place?: string; readonly what: string }[];
}

/** A line of code in which every credential is masked. Columns count in `text`, from 1, `endColumn` exclusive. */
export interface PageLine {
  readonly line: number;
  readonly text: string;
  readonly marks: readonly { readonly column: number; readonly endColumn: number; readonly kind: string }[];
}
