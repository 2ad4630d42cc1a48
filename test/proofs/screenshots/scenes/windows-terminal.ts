import { html, pageOf } from './scene.ts';
import type { Scene } from './scene.ts';

/** PowerShell in the terminal of Windows. */
export const windowsTerminal: Scene = {
  name: 'windows-terminal',
  viewport: { width: 1160, height: 430 },
  page: ({ value, host, random }, { theme, size }) => {
    const [ink, ground, bar] = theme === 'dark' ? ['#cccccc', '#0c0c0c', '#333333'] : ['#383a42', '#fafafa', '#dddddd'];
    return pageOf(
      `body { background: ${ground}; color: ${ink}; font: ${size}px/1.3 'Liberation Mono', monospace } header { background: ${bar}; padding: 9px 14px; font: 12px 'Liberation Sans' } pre { font: inherit; padding: 12px; white-space: pre-wrap; word-break: break-all } i { color: #c19c00; font-style: normal }`,
      `<header>Windows PowerShell &nbsp; x</header><pre>PS C:\\Users\\${random.pick(['anna', 'ben'])}\\shop&gt; <i>$headers</i> = @{ Authorization = "Bearer ${html(value)}" }
PS C:\\Users\\anna\\shop&gt; Invoke-RestMethod -Method Post -Uri https://${host}/api/jobs -Headers <i>$headers</i>

id       status
--       ------
job_4711 created</pre>`,
    );
  },
};
