import { readFileSync } from 'node:fs';

const asset = (name: string): string => readFileSync(new URL(`../../dist/page/${name}`, import.meta.url), 'utf8');

/** The program of the page and its style sheet, as `rolldown.config.js` bundles them. A bundle of the scanner has them in this place. */
export const loadAssets = (): { readonly script: string; readonly style: string } => ({ script: asset('page.js'), style: asset('page.css') });
