import type { Installation } from './installations.ts';

/** Requests that a tool is made to send. */
export interface Work {
  /** Folder for what goes into the tool: collections, scripts. It is not scanned. */
  readonly project: string;
  /** Folder for what the tool writes. */
  readonly exports: string;
  /** Address that gets {@link key}: that of Submit where the run leaks, that of another service where it is clean. */
  readonly url: string;
  /** Another address, which is asked without a key; a clean run asks Submit so. */
  readonly otherUrl: string;
  readonly key: string;
  /** Folder of the installation. */
  readonly installation: string;
  /** Ports of the server that plays both services. */
  readonly port: number;
  readonly plainPort: number;
  /** Runs a program in {@link project}. @returns what it printed; its exit status counts for nothing, as a run that fails writes reports, too. */
  readonly run: (program: string, args: readonly string[], environment?: Readonly<Record<string, string>>) => Promise<string>;
  /** Runs a module with Node.js, all of whose connections end at the server. */
  readonly runNode: (module: string, args: readonly string[], environment?: Readonly<Record<string, string>>) => Promise<string>;
}

/** What a tool writes. */
export interface Export {
  /** Path below {@link Work.exports}; `*` stands for what the tool makes up. */
  readonly path: string;
  /** What the message says of the place of the key, in the tool's words; absent where the tool has none: a log, a page. */
  readonly words?: RegExp;
  /** The tool hides keys there by itself. */
  readonly isMasked?: boolean;
}

/** A test tool that is run for real. One file a tool, listed in `tools/index.ts`. */
export interface Tool {
  readonly name: string;
  readonly installation: Installation;
  readonly exports: readonly Export[];
  /** Makes the tool send a request with the key to `url`, and one without it to `otherUrl`. */
  readonly run: (work: Work) => Promise<void>;
}
