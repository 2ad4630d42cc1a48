import { resolve } from 'node:path';
import { cryptography } from '@submit-guard/core';
import type { PictureOptions } from '../pipeline/pictures/picture-desk.ts';
import { isReaderInstalled, missingReader, openInstalledReader } from '../pictures/load-reader.ts';
import { quotePath } from '../paths/quote-path.ts';
import { writeAtomically } from '../policies/write-atomically.ts';
import type { CommandContext } from './command-context.ts';
import { UsageError } from './usage-error.ts';

/** Options of commands that read screenshots. */
export interface ScreenshotOptions {
  /** True: they must be read; false: they are not; absent: they are where the reader is installed. */
  readonly screenshots?: boolean;
  /** Folder for copies in which the keys are covered, relative to the working directory. */
  readonly annotate?: string;
}

/**
 * How a command reads screenshots; `undefined` where it does not.
 *
 * @throws {UsageError} where options contradict each other, or what they need is not installed.
 */
export function picturesOf({ screenshots, annotate }: ScreenshotOptions, { cwd }: Pick<CommandContext, 'cwd'>, onNotice: (sentence: string) => void): PictureOptions | undefined {
  if (screenshots === false) {
    if (annotate !== undefined) throw new UsageError('--annotate writes copies of screenshots, and --no-screenshots reads none. Leave one of them out.');
    return undefined;
  }
  const isRequired = screenshots === true || annotate !== undefined;
  const isInstalled = isReaderInstalled();
  if (isRequired && !isInstalled) throw new UsageError(missingReader);
  return {
    isInstalled,
    async open(lanes) {
      const installed = await openInstalledReader(lanes);
      if (installed.kind === 'open') return installed.reader;
      if (isRequired) throw new UsageError(installed.reason);
      return undefined;
    },
    ...(annotate !== undefined && {
      onCovered(path: string, png: Uint8Array): void {
        const name = copyName(path);
        writeAtomically(resolve(cwd, annotate, name), png, `${quotePath(annotate)}/${name}`);
        onNotice(`${path}: a copy in which the keys are covered is ${quotePath(annotate)}/${name}.`);
      },
    }),
  };
}

/** A name for a copy of the image at a path: what can be read of the path, and what tells it from all others. */
function copyName(path: string): string {
  const readable = path.replaceAll(/[^\w.-]+/g, '-').replace(/^[-.]+/, '').slice(-80);
  return `${readable}-${cryptography().createHash('sha256').update(path).digest('hex').slice(0, 8)}.png`;
}
