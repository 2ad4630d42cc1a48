import { spawnSync } from 'node:child_process';

/** The browser that tests drive: `CHROME_PATH`, or one on the search path. */
const names = [process.env['CHROME_PATH'] ?? '', 'google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser'];

const found = names.find((name) => name !== '' && spawnSync(name, ['--version'], { timeout: 60_000 }).status === 0);

/** Why tests that drive a browser are skipped; `undefined` where they are not. */
export const noBrowser = found === undefined ? 'there is no Chromium; install the package chromium, or let CHROME_PATH name one' : undefined;
