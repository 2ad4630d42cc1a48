import { defineConfig } from 'rolldown';
import { licenseBanner } from './bundling/license-banner.js';
import { styleSheet } from './bundling/style-sheet.js';

/** The program of the page: one script that imports nothing, and the style sheet beside it. Both are written into the page. */
export default defineConfig({
  input: 'src/page/main.tsx',
  platform: 'browser',
  tsconfig: 'src/page/tsconfig.json',
  output: { file: 'dist/page/page.js', format: 'iife', minify: true, comments: false },
  plugins: [licenseBanner(), styleSheet('src/page/styles', 'page.css')],
});
