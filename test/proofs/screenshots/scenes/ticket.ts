import { html, pageOf } from './scene.ts';
import type { Scene } from './scene.ts';

/** A comment on a ticket with a quoted request. */
export const ticket: Scene = {
  name: 'ticket',
  viewport: { width: 980, height: 440 },
  page: ({ value, host, random }, { theme, size }) => {
    const [ink, ground, block, muted] = theme === 'dark' ? ['#c7d1db', '#1d2125', '#22272b', '#8c9bab'] : ['#172b4d', '#ffffff', '#f1f2f4', '#626f86'];
    return pageOf(
      `body { background: ${ground}; color: ${ink}; font: ${size}px/1.45 'Liberation Sans', sans-serif; padding: 18px } small { color: ${muted} } pre { background: ${block}; font: 0.92em/1.4 'DejaVu Sans Mono', monospace; padding: 10px; margin: 10px 0; white-space: pre-wrap; word-break: break-all } h3 { margin-bottom: 10px }`,
      `<h3>SHOP-${random.pick(['214', '1187', '92'])}: Upload fails with 401</h3><p><b>Ben Jones</b> <small>2 hours ago</small></p><p>This is what we send:</p>
<pre>POST /api/jobs HTTP/1.1
Host: ${host}
Authorization: Bearer ${html(value)}
Content-Type: application/json</pre><p>Can somebody tell what is wrong with it?</p>`,
    );
  },
};
