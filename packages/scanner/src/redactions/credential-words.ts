import { credibilityOf } from '@submit-guard/core';

/** Words without which nothing is a key of anybody, and what could be one in disguise. None reaches from line to line. */
const words = /auth|bearer|token|key|secret|passw|pwd|credential|jwt|login|basic|@|atomyx(?!\.io)|[a-z0-9+/=]{40}|\\[xu]|%[2-7][0-9a-f]/gi;

/** Answers, for ascending stretches of a text, whether a word of a credential stands there: in one pass over the text. */
export class CredentialWords {
  readonly #text: string;
  /** Offset of the first word at or behind the last stretch's start. */
  #next = -1;

  constructor(text: string) {
    this.#text = text;
  }

  standIn(start: number, end: number): boolean {
    if (this.#next < start) {
      words.lastIndex = start;
      this.#next = words.exec(this.#text)?.index ?? Infinity;
    }
    return this.#next < end;
  }
}

/** What values are made of between blanks and quotes, and within addresses and pairs of a name and a value. */
const runs = /[^\s"'`,;<>(){}[\]|\\]{8,}/g;
const parts = /[:=@?&#$]+/;

/** A value that is written in disguise or in pieces. */
const disguised = /\\[xu]|%[2-7][0-9a-f]|["'`]\s{0,9}[+.&]?\s{0,9}["'`]/i;

/** Whether something in a line could be a key by what it is made of: most lines of a trace of HTTP have nothing of that kind. */
export function holdsCredible(line: string): boolean {
  if (disguised.test(line)) return true;
  for (const [run] of line.matchAll(runs)) if (credibilityOf(run) !== 'none' || run.split(parts).some((part) => part.length >= 8 && credibilityOf(part) !== 'none')) return true;
  return false;
}
