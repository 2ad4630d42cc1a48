import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { WebError } from '../web-error.ts';

/** Programs that speak the DevTools protocol, as systems and vendors name them; those that people update themselves first. */
const names = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'microsoft-edge-stable', 'microsoft-edge', 'brave-browser'];

/** Where macOS and Windows keep programs that are on no search path. */
const usualPlaces = (environment: Environment): readonly string[] => [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
    const folder = environment[name];
    return folder === undefined ? [] : [join(folder, 'Google/Chrome/Application/chrome.exe'), join(folder, 'Microsoft/Edge/Application/msedge.exe')];
  }),
];

type Environment = Readonly<Record<string, string | undefined>>;

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/**
 * Finds an installed browser: the one that `CHROME_PATH` names, or else the first on the search path or in a usual place.
 *
 * @returns path of the program.
 * @throws {WebError} where there is none; nothing is downloaded.
 */
export function findBrowser(environment: Environment): string {
  const named = environment['CHROME_PATH'];
  if (named !== undefined && named !== '') {
    if (isProgram(named)) return named;
    throw new WebError('CHROME_PATH names no program that can be run. Let it name the program of a Chromium, Chrome or Edge.');
  }
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const found = [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...usualPlaces(environment)].find(isProgram);
  if (found !== undefined) return found;
  throw new WebError('--browser drives an installed Chromium, Chrome or Edge, and there is none. Install one, or let CHROME_PATH name its program.');
}
