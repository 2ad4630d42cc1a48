import type { Command } from 'commander';
import { parseLimit, wholeNumber } from '../option-values.ts';

/** Adds what all commands that read archives have in common. */
export function addArchiveOptions(command: Command): void {
  command
    .option('--no-archives', 'open no archives and no compressed files')
    .option('--max-archive-depth <n>', 'how many archives may be nested (default: 8; a .tar.gz is two)', wholeNumber(1, 64))
    .option('--max-archive-bytes <size>', 'what a file may unpack to, for example 20GB (default: 8GiB)', parseLimit)
    .option('--max-archive-ratio <n>', 'how many times its length a file may unpack to (default: 200, from 1.25GiB on)', wholeNumber(1, 1_000_000_000))
    .option('--max-archive-members <n>', 'how many members a file may hold (default: 1000000)', wholeNumber(1, 1_000_000_000));
}
