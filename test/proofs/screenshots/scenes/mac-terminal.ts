import { html, pageOf } from './scene.ts';
import type { Scene } from './scene.ts';

/** A terminal of a Mac, with a title bar and tabs. */
export const macTerminal: Scene = {
  name: 'mac-terminal',
  viewport: { width: 1080, height: 430 },
  page: ({ value, host, random }, { theme, size }) => {
    const [ink, ground, bar, prompt] = theme === 'dark' ? ['#c7c7c7', '#15191f', '#2b2f36', '#5ac8fa'] : ['#1f1f1f', '#fefefe', '#e3e3e5', '#0a60ff'];
    return pageOf(
      `body { background: ${ground}; color: ${ink}; font: ${size}px/1.35 'DejaVu Sans Mono', monospace } header { background: ${bar}; padding: 8px 12px; font: 13px 'Liberation Sans'; text-align: center } pre { font: inherit; padding: 10px; white-space: pre-wrap; word-break: break-all } b { color: ${prompt} }`,
      `<header>anna@mac: ~/shop (-zsh)</header><pre><b>~/shop</b> git:(${random.pick(['main', 'fix-upload'])}) curl -sS -X POST https://${host}/api/jobs \\
    -H 'Authorization: Bearer ${html(value)}' \\
    -H 'Content-Type: application/json' -d @job.json
{"id":"job_4711","status":"created"}
<b>~/shop</b> git:(main) </pre>`,
    );
  },
};
