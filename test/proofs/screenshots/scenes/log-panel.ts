import { html, pageOf } from './scene.ts';
import type { Scene } from './scene.ts';

/** A panel of a dashboard with lines of a log, newest first. */
export const logPanel: Scene = {
  name: 'log-panel',
  viewport: { width: 1180, height: 420 },
  page: ({ value, host, random }, { theme, size }) => {
    const [ink, ground, panel, muted] = theme === 'dark' ? ['#ccccdc', '#111217', '#181b1f', '#8e8e9c'] : ['#24292e', '#f4f5f5', '#ffffff', '#6e7480'];
    const time = (second: number): string => `2026-11-27 10:${random.pick(['12', '31', '47'])}:${String(second).padStart(2, '0')}`;
    return pageOf(
      `body { background: ${ground}; color: ${ink}; font: ${size}px/1.5 'Liberation Sans', sans-serif; padding: 12px } section { background: ${panel}; padding: 10px 14px; border-radius: 3px }
       h4 { font-weight: 500; margin-bottom: 8px } p { font-family: 'DejaVu Sans Mono', monospace; border-left: 3px solid #56a64b; padding-left: 8px; margin: 3px 0; word-break: break-all } time { color: ${muted} }`,
      `<section><h4>Outgoing requests</h4><p><time>${time(44)}</time> level=info msg="job created" status=201 duration=182ms</p>
       <p><time>${time(43)}</time> level=debug url=https://${host}/api/jobs authorization="Bearer ${html(value)}"</p><p><time>${time(40)}</time> level=info msg="order paid" order=4711</p></section>`,
    );
  },
};
