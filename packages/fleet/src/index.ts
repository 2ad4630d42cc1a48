export { define } from './commands/define.ts';
export { reportOf } from './stores/report-of.ts';
