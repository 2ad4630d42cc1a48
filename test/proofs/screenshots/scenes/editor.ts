import { html, pageOf } from './scene.ts';
import type { Scene } from './scene.ts';

/** An editor with a program. */
export const editor: Scene = {
  name: 'editor',
  viewport: { width: 1050, height: 460 },
  page: ({ value, host, random }, { theme, size }) => {
    const [ink, ground, side, word, text, number] = theme === 'dark' ? ['#d4d4d4', '#1e1e1e', '#252526', '#569cd6', '#ce9178', '#858585'] : ['#000000', '#ffffff', '#f3f3f3', '#0000ff', '#a31515', '#237893'];
    const quoted = (words: string): string => `<i>"${html(words)}"</i>`;
    const code = [
      '<b>import</b> requests',
      '',
      `API = ${quoted(`https://${host}/api`)}`,
      `TOKEN = ${quoted(value)}`,
      '',
      '<b>def</b> create_job(order):',
      '    response = requests.post(',
      `        API + ${quoted('/jobs')},`,
      `        headers={${quoted('Authorization')}: ${quoted('Bearer ')} + TOKEN},`,
      `        json={${quoted('externalId')}: order.id},`,
      `        timeout=${random.pick(['10', '30'])},`,
      '    )',
      '    <b>return</b> response.json()',
    ];
    const rows = code.map((line, at) => `<div><u>${at + 1}</u>${line}</div>`);
    return pageOf(
      `body { background: ${ground}; color: ${ink}; font: ${size}px/1.5 'DejaVu Sans Mono', monospace; display: flex; height: 100vh } aside { background: ${side}; width: 170px; padding: 8px; font-family: 'Liberation Sans' }
       main { white-space: pre; padding: 8px } b { color: ${word}; font-weight: 400 } i { color: ${text}; font-style: normal } u { color: ${number}; text-decoration: none; display: inline-block; width: 3em; text-align: right; margin-right: 1.5em }`,
      `<aside>EXPLORER<br>shop<br>&nbsp; jobs.py<br>&nbsp; orders.py<br>&nbsp; README.md</aside><main>${rows.join('')}</main>`,
    );
  },
};
