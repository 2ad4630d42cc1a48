import { html, pageOf } from './scene.ts';
import type { Scene } from './scene.ts';

/** The network panel of a browser's developer tools. */
export const networkPanel: Scene = {
  name: 'network-panel',
  viewport: { width: 1100, height: 560 },
  page: ({ value, host, random }, { theme, size }) => {
    const [ink, ground, line, label] = theme === 'dark' ? ['#e8eaed', '#202124', '#494c50', '#9aa0a6'] : ['#202124', '#ffffff', '#cacdd1', '#5f6368'];
    const row = (name: string, text: string): string => `<tr><td class="l">${html(name)}:</td><td>${html(text)}</td></tr>`;
    const requests = ['jobs', 'session', 'main.js', 'app.css', 'logo.svg'].map((name, at) => `<div class="r${at === 0 ? ' s' : ''}">${name}</div>`);
    return pageOf(
      `body { background: ${ground}; color: ${ink}; font: ${size}px/1.5 'Liberation Sans', sans-serif; display: flex; height: 100vh }
       .list { width: 190px; border-right: 1px solid ${line} } .r { padding: 2px 8px } .s { background: #1a73e8; color: #fff }
       .tabs { border-bottom: 1px solid ${line}; padding: 4px 8px } .tabs span { margin-right: 16px } h4 { padding: 6px 8px; font-weight: 700 }
       td { padding: 1px 8px; vertical-align: top; word-break: break-all } .l { color: ${label}; white-space: nowrap; font-weight: 700 }`,
      `<div class="list"><div class="r">Name</div>${requests.join('')}</div><div><div class="tabs"><span>Headers</span><span>Payload</span><span>Preview</span><span>Response</span></div>
       <h4>General</h4><table>${row('Request URL', `https://${host}/api/jobs`)}${row('Request Method', 'POST')}${row('Status Code', random.pick(['201 Created', '401 Unauthorized']))}</table>
       <h4>Request Headers</h4><table>${row('Accept', '*/*')}${row('Authorization', `Bearer ${value}`)}${row('Content-Type', 'application/json')}${row('Host', host)}${row('User-Agent', 'Mozilla/5.0 (X11; Linux x86_64)')}</table></div>`,
    );
  },
};
