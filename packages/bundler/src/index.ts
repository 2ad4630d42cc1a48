export type { Place } from './builds/build.ts';
export type { Leak } from './leaks/leak.ts';
export { LeakError } from './leaks/message.ts';
export type { Options } from './settings/options.ts';
export { submitGuard as default, submitGuard } from './unplugin.ts';
