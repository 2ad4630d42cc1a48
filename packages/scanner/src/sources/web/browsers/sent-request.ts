/** A place in the code of a page: lines and columns from 1, columns in UTF-16 units. */
export interface CodePlace {
  readonly url: string;
  readonly line: number;
  readonly column: number;
}

/** A request that a page made, or tried to make: most never leave the browser. */
export interface SentRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The beginning of what was sent; absent where there is none, or where the browser does not tell. */
  readonly body?: string;
  /** Where in the code of the page it was sent from. */
  readonly from?: CodePlace;
}

interface Frame {
  readonly url: string;
  readonly lineNumber: number;
  readonly columnNumber: number;
}

interface Stack {
  readonly callFrames: readonly Frame[];
  readonly parent?: Stack;
}

/** `Network.Initiator` of the DevTools protocol; lines and columns from 0. */
export interface Initiator {
  readonly type: string;
  readonly url?: string;
  readonly lineNumber?: number;
  readonly columnNumber?: number;
  readonly stack?: Stack;
}

/** The innermost call that has a place, or the tag that asks for a resource. */
export function placeOfInitiator(initiator: Initiator | undefined): CodePlace | undefined {
  for (let stack = initiator?.stack; stack !== undefined; stack = stack.parent) {
    const frame = stack.callFrames.find(({ url }) => url !== '');
    if (frame !== undefined) return { url: frame.url, line: frame.lineNumber + 1, column: frame.columnNumber + 1 };
  }
  if (initiator?.url === undefined || initiator.lineNumber === undefined) return undefined;
  return { url: initiator.url, line: initiator.lineNumber + 1, column: (initiator.columnNumber ?? 0) + 1 };
}
