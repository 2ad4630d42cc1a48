import { html, pageOf } from './scene.ts';
import type { Scene } from './scene.ts';

/** The form of an API client. */
export const requestForm: Scene = {
  name: 'request-form',
  viewport: { width: 1000, height: 520 },
  page: ({ value, host }, { theme, size }) => {
    const [ink, ground, line, field] = theme === 'dark' ? ['#e6e6e6', '#212121', '#4a4a4a', '#2b2b2b'] : ['#212121', '#ffffff', '#d9d9d9', '#fafafa'];
    return pageOf(
      `body { background: ${ground}; color: ${ink}; font: ${size}px/1.4 'DejaVu Sans', sans-serif; padding: 14px }
       .bar { display: flex; gap: 8px; margin-bottom: 12px } .box { border: 1px solid ${line}; background: ${field}; padding: 6px 10px; border-radius: 4px }
       .url { flex: 1 } .post { color: #ad7a03; font-weight: 700 } .send { background: #0265d2; color: #fff; padding: 6px 18px; border-radius: 4px }
       .tabs span { margin-right: 18px } .tabs { border-bottom: 1px solid ${line}; padding-bottom: 6px; margin-bottom: 12px }
       .row { display: flex; gap: 30px; margin: 8px 0 } .row > :first-child { width: 140px } .row .box { flex: 1; font-family: 'DejaVu Sans Mono', monospace; overflow: hidden; white-space: nowrap }
       .hint { color: #8a8a8a; margin-top: 10px }`,
      `<div class="bar"><div class="box post">POST</div><div class="box url">https://${host}/api/jobs</div><div class="send">Send</div></div>
       <div class="tabs"><span>Params</span><span><b>Authorization</b></span><span>Headers (8)</span><span>Body</span><span>Scripts</span></div>
       <div class="row"><div>Auth Type</div><div class="box">Bearer Token</div></div><div class="row"><div>Token</div><div class="box">${html(value)}</div></div>
       <div class="hint">The authorization header will be automatically generated when you send the request.</div>`,
    );
  },
};
