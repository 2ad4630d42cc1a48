import { html, pageOf } from './scene.ts';
import type { Scene } from './scene.ts';

/** The difference of a program in an editor: a line goes, and another comes. */
export const codeDiff: Scene = {
  name: 'code-diff',
  viewport: { width: 1080, height: 420 },
  page: ({ value, host, random }, { theme, size }) => {
    const [ink, ground, gone, come, number] = theme === 'dark' ? ['#d4d4d4', '#1e1e1e', '#4b1818', '#203424', '#6e7681'] : ['#1f1f1f', '#ffffff', '#ffd7d5', '#dafbe1', '#6e7781'];
    const line = (at: number, sign: string, words: string, colour: string): string => `<div style="background: ${colour}"><u>${at}</u> ${sign} ${words}</div>`;
    return pageOf(
      `body { background: ${ground}; color: ${ink}; font: ${size}px/1.5 'DejaVu Sans Mono', monospace } div { white-space: pre; padding: 0 8px } u { color: ${number}; text-decoration: none; display: inline-block; width: 3em } header { padding: 8px; font-family: 'Liberation Sans' }`,
      `<header>submit.ts (Working Tree)</header>${[
        line(11, ' ', `const base = 'https://${host}/api';`, ground),
        line(12, '-', "const submitKey = process.env['SUBMIT_KEY'];", gone),
        line(12, '+', `const submitKey = '${html(value)}';`, come),
        line(13, ' ', 'const response = await fetch(`${base}/jobs`, {', ground),
        line(14, ' ', "  method: 'POST',", ground),
        line(15, ' ', '  headers: { Authorization: `Bearer ${submitKey}` },', ground),
        line(16, ' ', `  signal: AbortSignal.timeout(${random.pick(['10_000', '30_000'])}),`, ground),
      ].join('')}`,
    );
  },
};
