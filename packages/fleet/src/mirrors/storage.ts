import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { failureReason, quotePath } from 'submit-guard/fleet';
import { FleetError } from '../errors/fleet-error.ts';

const form = /^[0-9a-f-]{36}$/;

/**
 * Names the folder that mirrors lie in, once and for all: workers that see the same folder, on whatever machine, have the same mirrors.
 *
 * @param folder - absolute path; it is made where it is not there.
 * @throws {FleetError} where it cannot be.
 */
export function storageOf(folder: string): string {
  const path = join(folder, '.submit-guard-storage');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(path, randomUUID(), { flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw new FleetError(`The folder for mirrors ${quotePath(folder)} cannot be used: ${failureReason(error)}. Name another one with --mirrors.`);
  }
  const name = readFileSync(path, 'utf8').trim();
  if (!form.test(name)) throw new FleetError(`${quotePath(path)} is damaged. Remove it, and scan again.`);
  return name;
}
