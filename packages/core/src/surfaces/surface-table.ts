import { callbackNames, callbackSigns } from './callbacks.ts';
import { browserCode, builtPlaces, publicPlaces, serverPlaces } from './frontends.ts';
import { logNames, logSigns } from './logs.ts';
import { recordingSigns } from './recordings.ts';
import type { SurfaceEntry } from './surface-entry.ts';
import { testToolNames, testToolSigns } from './test-tools.ts';

const images: SurfaceEntry = {
  surface: 'screenshot',
  what: 'images',
  globs: ['*.{png,apng,jpg,jpeg,jfif,webp,gif,bmp,tif,tiff,heic,heif,avif}'],
};

/**
 * What files are, most telling first: the first entry that fits decides, and what no entry fits is `repository`.
 *
 * Images come first, whatever folder they are in. Names say more than text: a `.har` in `public/` was made by a test
 * tool. Among the texts, contracts of callbacks come before the tools that read them, and records (test tools, logs)
 * before the place where they lie. Folders that are served come before server folders that hold them, server folders
 * before folders of builds (`dist/server/`), and those before what the code says of itself.
 */
export const surfaceTable: readonly SurfaceEntry[] = [
  images,
  ...callbackNames,
  ...testToolNames,
  ...logNames,
  ...callbackSigns,
  ...testToolSigns,
  ...recordingSigns,
  ...logSigns,
  ...publicPlaces,
  ...serverPlaces,
  ...builtPlaces,
  ...browserCode,
];
