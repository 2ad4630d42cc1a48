import { html, pageOf } from './scene.ts';
import type { Scene } from './scene.ts';

/** A page of settings in a shop's back office. */
export const settings: Scene = {
  name: 'settings',
  viewport: { width: 960, height: 500 },
  page: ({ value, host }, { theme, size }) => {
    const [ink, ground, panel, line] = theme === 'dark' ? ['#e2e8f0', '#0f172a', '#1e293b', '#475569'] : ['#1f2937', '#f3f4f6', '#ffffff', '#d1d5db'];
    const isOurs = host.includes('atomyx');
    const product = isOurs ? 'Atomyx Submit' : 'Mail service';
    const field = (label: string, text: string): string => `<label>${label}</label><div class="f">${html(text)}</div>`;
    return pageOf(
      `body { background: ${ground}; color: ${ink}; font: ${size}px/1.4 'Liberation Sans', sans-serif; padding: 24px } .panel { background: ${panel}; border: 1px solid ${line}; border-radius: 8px; padding: 18px; margin-top: 14px }
       label { display: block; margin: 10px 0 4px; font-weight: 700 } .f { border: 1px solid ${line}; border-radius: 5px; padding: 7px 10px; overflow: hidden; white-space: nowrap } .save { display: inline-block; margin-top: 14px; background: #2563eb; color: #fff; padding: 7px 20px; border-radius: 5px }`,
      `<div>Settings › Integrations › ${product}</div><div class="panel"><h3>${product}</h3>${field('Base URL', `https://${host}/api`)}${field(isOurs ? 'Submit API key' : 'API key', value)}${field('Callback URL', 'https://shop.example/callbacks')}<div class="save">Save</div></div>`,
    );
  },
};
