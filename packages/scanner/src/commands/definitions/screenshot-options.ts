import type { Command } from 'commander';

/** Adds the options about screenshots to a command that scans. */
export function addScreenshotOptions(command: Command): void {
  command
    .option('--screenshots', 'read screenshots, and say so where that cannot be done (default: where @submit-guard/screenshots is installed)')
    .option('--no-screenshots', 'read no screenshots')
    .option('--annotate <folder>', 'write copies of screenshots that show keys, with the keys framed and covered');
}
