import { html, pageOf } from './scene.ts';
import type { Scene } from './scene.ts';

/** The headers of a request in the table of an API client. */
export const requestHeaders: Scene = {
  name: 'request-headers',
  viewport: { width: 1080, height: 460 },
  page: ({ value, host, random }, { theme, size }) => {
    const [ink, ground, line, muted] = theme === 'dark' ? ['#e0e0e0', '#1c1c1c', '#3a3a3a', '#9b9b9b'] : ['#303030', '#ffffff', '#e3e3e3', '#757575'];
    const row = (name: string, text: string): string => `<tr><td class="c">&#9745;</td><td>${name}</td><td>${text}</td></tr>`;
    return pageOf(
      `body { background: ${ground}; color: ${ink}; font: ${size}px/1.4 'Liberation Sans', sans-serif; padding: 14px } .u { border: 1px solid ${line}; padding: 8px 12px; margin-bottom: 14px } .u b { color: #f5a623 } table { border-collapse: collapse; width: 100% }
       td, th { border: 1px solid ${line}; padding: 6px 10px; text-align: left; word-break: break-all } th { color: ${muted}; font-weight: 500 } td.c { width: 36px }`,
      `<div class="u"><b>POST</b> &nbsp; https://${host}/api/jobs</div><table><tr><th></th><th>Key</th><th>Value</th></tr>
       ${row('Content-Type', 'application/json')}${row('Authorization', `Bearer ${html(value)}`)}${row('Accept', random.pick(['*/*', 'application/json']))}</table>`,
    );
  },
};
