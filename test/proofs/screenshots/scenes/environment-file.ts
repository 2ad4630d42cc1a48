import { html, pageOf } from './scene.ts';
import type { Scene } from './scene.ts';

/** An editor with an environment file; what makes the value a key is its name. */
export const environmentFile: Scene = {
  name: 'environment-file',
  viewport: { width: 900, height: 380 },
  page: ({ value, host, random }, { theme, size }) => {
    const [ink, ground, name, number] = theme === 'dark' ? ['#abb2bf', '#282c34', '#e06c75', '#636d83'] : ['#383a42', '#fafafa', '#986801', '#9d9d9f'];
    const isOurs = host.includes('atomyx');
    const lines = [
      ['PORT', '8080'], ['LOG_LEVEL', 'info'], ['DATABASE_NAME', 'shop'],
      [isOurs ? 'ATOMYX_SUBMIT_API_KEY' : 'MAILER_API_KEY', value],
      [isOurs ? 'SUBMIT_URL' : 'MAILER_URL', `https://${host}/api`],
      ['CACHE_TTL', String(random.below(900))],
    ];
    const rows = lines.map(([key, text], at) => `<div><u>${at + 1}</u><b>${key ?? ''}</b>=${html(text ?? '')}</div>`);
    return pageOf(
      `body { background: ${ground}; color: ${ink}; font: ${size}px/1.55 '${random.pick(['DejaVu Sans Mono', 'Liberation Mono'])}', monospace; padding: 10px } b { color: ${name}; font-weight: 400 } u { color: ${number}; text-decoration: none; display: inline-block; width: 2em; margin-right: 1em } .tab { border-bottom: 2px solid #528bff; display: inline-block; padding: 4px 12px; margin-bottom: 8px; font-family: 'Liberation Sans' }`,
      `<div class="tab">.env</div>${rows.join('')}`,
    );
  },
};
