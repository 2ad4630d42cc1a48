import { html, pageOf } from './scene.ts';
import type { Scene } from './scene.ts';

/** A table of accounts in a wiki. */
export const wikiTable: Scene = {
  name: 'wiki-table',
  viewport: { width: 1000, height: 400 },
  page: ({ value, host, random }, { theme, size }) => {
    const [ink, ground, head, line] = theme === 'dark' ? ['#c7d1db', '#1d2125', '#22272b', '#454f59'] : ['#172b4d', '#ffffff', '#f4f5f7', '#c1c7d0'];
    return pageOf(
      `body { background: ${ground}; color: ${ink}; font: ${size}px/1.45 'Liberation Sans', sans-serif; padding: 18px } table { border-collapse: collapse } td, th { border: 1px solid ${line}; padding: 8px 10px; text-align: left; word-break: break-all } th { background: ${head} } h2 { margin-bottom: 12px }`,
      `<h2>Access to services</h2><table><tr><th>Host</th><th>Owner</th><th>Key</th></tr><tr><td>db.shop.example</td><td>Carl</td><td>see the vault</td></tr><tr><td>${host}</td><td>${random.pick(['Anna', 'Ben'])}</td><td>${html(value)}</td></tr></table>`,
    );
  },
};
