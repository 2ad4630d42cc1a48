import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Picture } from './pictures.ts';

/** What of `playwright-core` is used; it is brought on demand. */
export interface BrowserType {
  launch(options: object): Promise<Browser>;
}

interface Browser {
  newContext(options: object): Promise<Context>;
  close(): Promise<void>;
}

interface Context {
  newPage(): Promise<Page>;
  newCDPSession(page: Page): Promise<{ send(method: string, parameters: object): Promise<{ readonly data: string }> }>;
  close(): Promise<void>;
}

interface Page {
  setContent(html: string): Promise<void>;
}

/** Chromium that asks nobody for anything, also as root. */
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** Quality of JPEG and WebP, in percent. */
const quality = 60;

/**
 * Takes pictures with a real browser. Those that are in the folder already are kept.
 *
 * @param program - path of Chromium.
 */
export async function takePictures(chromium: BrowserType, program: string, pictures: readonly Picture[], folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const wanted = pictures.filter(({ name }) => !existsSync(join(folder, name)));
  if (wanted.length === 0) return;
  const browser = await chromium.launch({ executablePath: program, args: flags });
  try {
    for (const picture of wanted) {
      const context = await browser.newContext({ viewport: picture.scene.viewport, deviceScaleFactor: picture.scale });
      const page = await context.newPage();
      await page.setContent(picture.scene.page(picture.shown, picture));
      const session = await context.newCDPSession(page);
      const { data } = await session.send('Page.captureScreenshot', { format: picture.format, ...(picture.format !== 'png' && { quality }) });
      writeFileSync(join(folder, picture.name), Buffer.from(data, 'base64'));
      await context.close();
    }
  } finally {
    await browser.close();
  }
}
