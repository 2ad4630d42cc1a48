import { html, pageOf } from './scene.ts';
import type { Scene } from './scene.ts';

const prompt = '<span class="u">dev@build</span>:<span class="p">~/shop</span>$ ';

/** A shell with a request by curl. */
export const terminal: Scene = {
  name: 'terminal',
  viewport: { width: 900, height: 420 },
  page: ({ value, host, random }, { theme, size }) => {
    const font = random.pick(['DejaVu Sans Mono', 'Liberation Mono']);
    const [ink, ground, accent] = theme === 'dark' ? ['#d4d4d4', random.pick(['#0c0c0c', '#1e1e2e', '#002b36']), '#6a9955'] : ['#24292f', '#ffffff', '#0550ae'];
    const lines = [
      `${prompt}git status --short`,
      ' M src/jobs.ts',
      `${prompt}curl -X POST https://${host}/api/jobs \\`,
      `&gt; -H "Authorization: Bearer ${html(value)}" \\`,
      '&gt; -H "Content-Type: application/json" -d @job.json',
      `{"id":"job-${1000 + random.below(9000)}","externalId":"order-${100 + random.below(900)}","status":"created"}`,
      prompt,
    ];
    return pageOf(
      `body { background: ${ground}; color: ${ink}; font: ${size}px/1.35 '${font}', monospace; padding: 12px; white-space: pre-wrap; word-break: break-all } .u { color: ${accent} } .p { color: #569cd6 }`,
      lines.join('\n'),
    );
  },
};
