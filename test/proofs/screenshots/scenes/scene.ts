import type { Randomness } from '../../../credentials/randomness.ts';

/** What a picture shows in the place of the key. */
export interface Shown {
  /** The key, or what stands there in a clean picture. */
  readonly value: string;
  /** Host that the request goes to. */
  readonly host: string;
  readonly random: Randomness;
}

export interface Look {
  readonly theme: 'dark' | 'light';
  /** CSS pixels of the text. */
  readonly size: number;
}

/** A program whose window is shown. */
export interface Scene {
  readonly name: string;
  /** CSS pixels of the window. */
  readonly viewport: { readonly width: number; readonly height: number };
  /** The page that looks like the program. */
  readonly page: (shown: Shown, look: Look) => string;
}

const characters: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for HTML. */
export function html(text: string): string {
  return text.replaceAll(/[&<>"]/g, (character) => characters[character] ?? character);
}

/** A whole page. */
export function pageOf(style: string, body: string): string {
  return `<!doctype html><meta charset="utf-8"><style>* { box-sizing: border-box; margin: 0 } ${style}</style><body>${body}`;
}
