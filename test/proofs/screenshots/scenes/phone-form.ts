import { html, pageOf } from './scene.ts';
import type { Scene } from './scene.ts';

/** The settings of a plug-in in the browser of a phone. */
export const phoneForm: Scene = {
  name: 'phone-form',
  viewport: { width: 412, height: 640 },
  page: ({ value, host, random }, { theme, size }) => {
    const [ink, ground, field, line] = theme === 'dark' ? ['#e8eaed', '#202124', '#303134', '#5f6368'] : ['#202124', '#ffffff', '#ffffff', '#dadce0'];
    return pageOf(
      `body { background: ${ground}; color: ${ink}; font: ${size}px/1.4 'Liberation Sans', sans-serif; padding: 16px } label { display: block; margin: 14px 0 4px } .f { border: 1px solid ${line}; background: ${field}; border-radius: 4px; padding: 9px; word-break: break-all } h3 { margin: 10px 0 } .s { background: #1a73e8; color: #fff; padding: 9px 18px; border-radius: 4px; display: inline-block; margin-top: 18px }`,
      `<div>${random.pick(['09:41', '14:07', '18:32'])}</div><h3>Print plug-in</h3><label>API address</label><div class="f">https://${host}/api</div><label>API key</label><div class="f">${html(value)}</div><label>Shop name</label><div class="f">North</div><div class="s">Save changes</div>`,
    );
  },
};
