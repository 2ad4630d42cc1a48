import { html, pageOf } from './scene.ts';
import type { Scene } from './scene.ts';

/** An environment in JSON in an API client. */
export const environmentEditor: Scene = {
  name: 'environment-editor',
  viewport: { width: 1000, height: 430 },
  page: ({ value, host, random }, { theme, size }) => {
    const [ink, ground, side, key, text] = theme === 'dark' ? ['#e6e6e6', '#21262d', '#282e36', '#9cdcfe', '#a5d6a7'] : ['#333333', '#ffffff', '#f5f5f5', '#0451a5', '#a31515'];
    const entry = (name: string, words: string): string => `  <b>"${name}"</b>: <i>"${words}"</i>`;
    return pageOf(
      `body { background: ${ground}; color: ${ink}; font: ${size}px/1.6 'DejaVu Sans Mono', monospace; display: flex; height: 100vh } aside { background: ${side}; width: 190px; padding: 12px; font-family: 'Liberation Sans' } pre { font: inherit; padding: 12px; white-space: pre-wrap; word-break: break-all } b { color: ${key}; font-weight: 400 } i { color: ${text}; font-style: normal }`,
      `<aside>Manage Environments<br><br>Base Environment<br>${random.pick(['Production', 'Live', 'Shop'])}</aside><pre>{
${[entry('base_url', `https://${host}/api`), entry('submit_token', html(value)), entry('timeout', '30')].join(',\n')}
}</pre>`,
    );
  },
};
