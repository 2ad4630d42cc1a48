import { recall, remember } from './storage.ts';

export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** How somebody likes the page. */
export interface Preferences {
  readonly theme: Theme;
  /** Whether single letters are commands (WCAG 2.1.4 wants a way to turn them off). */
  readonly letters: boolean;
}

export function recallPreferences(): Preferences {
  return { theme: themes.find((theme) => theme === recall('theme')) ?? 'auto', letters: recall('letters') !== 'off' };
}

export function rememberPreferences({ theme, letters }: Preferences): void {
  remember('theme', theme === 'auto' ? undefined : theme);
  remember('letters', letters ? undefined : 'off');
}
