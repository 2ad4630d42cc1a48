import { html, pageOf } from './scene.ts';
import type { Scene } from './scene.ts';

/** A chat on a phone, in which somebody has pasted a request. */
export const phone: Scene = {
  name: 'phone',
  viewport: { width: 412, height: 700 },
  page: ({ value, host, random }, { theme, size }) => {
    const [ink, ground, mine, theirs] = theme === 'dark' ? ['#e9edef', '#0b141a', '#005c4b', '#202c33'] : ['#111b21', '#efeae2', '#d9fdd3', '#ffffff'];
    return pageOf(
      `body { background: ${ground}; color: ${ink}; font: ${size}px/1.4 'Liberation Sans', sans-serif; padding: 10px } div { border-radius: 10px; padding: 8px 10px; margin: 8px 0; max-width: 95%; word-break: break-all }
       .m { background: ${mine}; margin-left: auto } .t { background: ${theirs} } code { font-family: 'DejaVu Sans Mono', monospace; font-size: 0.92em } .h { text-align: center }`,
      `<div class="h">${random.pick(['09:41', '14:07', '18:32'])}</div><div class="t">The upload fails with 401. What do you send?</div>
       <div class="m"><code>POST https://${host}/api/jobs<br>Authorization: Bearer ${html(value)}<br>Content-Type: application/json</code></div><div class="t">Thanks, I will have a look.</div>`,
    );
  },
};
