import { makeCredential } from '../../credentials/credentials.ts';
import { randomness } from '../../credentials/randomness.ts';
import type { Randomness } from '../../credentials/randomness.ts';
import { codeDiff } from './scenes/code-diff.ts';
import { editor } from './scenes/editor.ts';
import { environmentEditor } from './scenes/environment-editor.ts';
import { environmentFile } from './scenes/environment-file.ts';
import { logPanel } from './scenes/log-panel.ts';
import { macTerminal } from './scenes/mac-terminal.ts';
import { networkPanel } from './scenes/network-panel.ts';
import { phoneForm } from './scenes/phone-form.ts';
import { phone } from './scenes/phone.ts';
import { requestForm } from './scenes/request-form.ts';
import { requestHeaders } from './scenes/request-headers.ts';
import type { Look, Scene, Shown } from './scenes/scene.ts';
import { settings } from './scenes/settings.ts';
import { teamChat } from './scenes/team-chat.ts';
import { terminal } from './scenes/terminal.ts';
import { ticket } from './scenes/ticket.ts';
import { wikiTable } from './scenes/wiki-table.ts';
import { windowsTerminal } from './scenes/windows-terminal.ts';

export type Format = 'png' | 'jpeg' | 'webp';

/** A picture to be taken. */
export interface Picture extends Look {
  /** Name of its file. */
  readonly name: string;
  readonly scene: Scene;
  readonly shown: Shown;
  readonly format: Format;
  /** Device pixels of a CSS pixel. */
  readonly scale: 1 | 2;
  /** The key that can be read; absent in a clean picture. */
  readonly key?: string;
  /** What stands there in a clean picture, in words. */
  readonly instead?: string;
}

const scenes: readonly Scene[] = [
  terminal, networkPanel, requestForm, editor, environmentFile, settings, phone,
  logPanel, teamChat, macTerminal, windowsTerminal, ticket, requestHeaders, environmentEditor, codeDiff, phoneForm, wikiTable,
];

const ours = 'submit.atomyx.io';

/** What clean pictures show: it takes the form that the program would show. */
const substitutes: readonly { readonly instead: string; readonly shown: (random: Randomness) => { readonly value: string; readonly host?: string } }[] = [
  { instead: 'dots', shown: () => ({ value: '•'.repeat(32) }) },
  { instead: "another service's token", shown: (random) => ({ value: makeCredential(random, random.pick(['hex', 'base64url', 'prefixed'])), host: random.pick(['api.mailer.example', 'hooks.deliveries.example']) }) },
  { instead: 'a placeholder', shown: () => ({ value: 'YOUR_API_KEY' }) },
  { instead: 'asterisks', shown: () => ({ value: '*'.repeat(24) }) },
  { instead: 'a variable', shown: (random) => ({ value: random.pick(['{{submit_api_key}}', '$ATOMYX_SUBMIT_API_KEY', '${SUBMIT_KEY}', '<your key>']) }) },
  { instead: 'big dots', shown: () => ({ value: '●'.repeat(20) }) },
];

const forms = ['hex', 'base64url', 'uuid', 'prefixed'] as const;

/**
 * Pictures of every scene, in both themes, all sizes and scales; every other one is clean.
 *
 * @param count - how many.
 */
export function picturesOf(count: number, seed: number): readonly Picture[] {
  const random = randomness(seed);
  return Array.from({ length: count }, (_, number) => {
    const scene = scenes[Math.floor(number / 2) % scenes.length] ?? terminal;
    const round = Math.floor(number / 2 / scenes.length);
    const isClean = number % 2 === 1;
    const look = { theme: (round + number) % 2 === 0 ? 'dark' : 'light', size: 11 + ((round * 3 + number) % 10) } as const;
    const scale = round % 2 === 0 ? 1 : 2;
    const format = (['png', 'jpeg', 'png', 'webp'] as const)[(round + (number >> 1)) % 4] ?? 'png';
    const name = `${String(number).padStart(3, '0')}-${scene.name}-${look.theme}-${look.size}px-${scale}x.${format === 'jpeg' ? 'jpg' : format}`;
    // What a scene chooses does not depend on which other pictures are taken.
    const own = randomness(seed * 1000 + number);
    const substitute = substitutes[(number >> 1) % substitutes.length];
    if (isClean && substitute !== undefined) {
      return { name, scene, ...look, scale, format, instead: substitute.instead, shown: { host: ours, random: own, ...substitute.shown(random) } };
    }
    const key = makeCredential(random, forms[(number >> 1) % forms.length]);
    return { name, scene, ...look, scale, format, key, shown: { host: ours, random: own, value: key } };
  });
}
