import { createRequire } from 'node:module';
import { bringPackages } from './bring-packages.ts';

/** What of `playwright-core` tests of pages use. */
export interface BrowserDriver {
  launch(options: object): Promise<Browser>;
}

export interface Browser {
  newContext(options: object): Promise<BrowserContext>;
  close(): Promise<void>;
}

export interface BrowserContext {
  newPage(): Promise<Page>;
  newCDPSession(page: Page): Promise<DevtoolsSession>;
  close(): Promise<void>;
}

/** The DevTools protocol, as far as pages are measured with it. */
interface DevtoolsSession {
  send(method: 'Performance.enable', parameters: { readonly timeDomain: 'threadTicks' }): Promise<unknown>;
  send(method: 'Performance.getMetrics'): Promise<{ readonly metrics: readonly { readonly name: string; readonly value: number }[] }>;
}

export interface Page {
  goto(address: string): Promise<unknown>;
  goBack(): Promise<unknown>;
  reload(): Promise<unknown>;
  url(): string;
  evaluate<Result>(script: string): Promise<Result>;
  waitForFunction(script: string): Promise<unknown>;
  emulateMedia(media: object): Promise<void>;
  setViewportSize(size: { readonly width: number; readonly height: number }): Promise<void>;
  screenshot(options: object): Promise<unknown>;
  on(event: string, listener: (what: never) => void): void;
  locator(selector: string): Locator;
  addScriptTag(script: { readonly content: string }): Promise<unknown>;
  readonly keyboard: { press(key: string): Promise<void>; type(text: string): Promise<void> };
}

export interface Locator {
  click(options?: object): Promise<void>;
  fill(text: string): Promise<void>;
  check(): Promise<void>;
  count(): Promise<number>;
  innerText(): Promise<string>;
  allInnerTexts(): Promise<string[]>;
  getAttribute(name: string): Promise<string | null>;
  isVisible(): Promise<boolean>;
  inputValue(): Promise<string>;
  filter(options: { readonly hasText: string }): Locator;
  nth(index: number): Locator;
  first(): Locator;
  waitFor(): Promise<void>;
}

/** The driver of Chromium, or why there is none, in words; npm brings it on the first call. */
export function browserDriver(): BrowserDriver | string {
  const brought = bringPackages('browser-driver', 'drives a browser', ['playwright-core@1.65.1']);
  if (typeof brought === 'string') return brought;
  return (createRequire(brought.from)('playwright-core') as { readonly chromium: BrowserDriver }).chromium;
}
