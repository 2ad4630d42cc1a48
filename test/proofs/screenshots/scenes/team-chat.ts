import { html, pageOf } from './scene.ts';
import type { Scene } from './scene.ts';

/** Messages of a team: somebody asks for a key, and somebody answers with it. */
export const teamChat: Scene = {
  name: 'team-chat',
  viewport: { width: 900, height: 420 },
  page: ({ value, host, random }, { theme, size }) => {
    const [ink, ground, muted, code] = theme === 'dark' ? ['#d1d2d3', '#1a1d21', '#9a9b9d', '#232529'] : ['#1d1c1d', '#ffffff', '#616061', '#f6f6f6'];
    const message = (name: string, time: string, text: string): string => `<article><i></i><div><b>${name}</b> <time>${time}</time><p>${text}</p></div></article>`;
    const hour = random.pick(['9', '10', '11']);
    return pageOf(
      `body { background: ${ground}; color: ${ink}; font: ${size}px/1.45 'Liberation Sans', sans-serif; padding: 16px } article { display: flex; gap: 10px; margin: 12px 0 } i { width: 36px; height: 36px; border-radius: 6px; background: #4a9d7e; flex: none }
       time { color: ${muted}; font-size: 0.8em } code { font-family: 'DejaVu Sans Mono', monospace; font-size: 0.9em; background: ${code}; color: #e01e5a; padding: 2px 4px } p { margin-top: 2px }`,
      `${message('Anna Smith', `${hour}:02 AM`, `What do we send to ${host} in production?`)}${message('Ben Jones', `${hour}:04 AM`, `The API key is <code>${html(value)}</code>`)}${message('Anna Smith', `${hour}:05 AM`, 'Thank you, it works now.')}`,
    );
  },
};
