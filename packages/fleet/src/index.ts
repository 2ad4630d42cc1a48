export { define } from './commands/define.ts';
