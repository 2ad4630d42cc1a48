import { dayOf, keyOfSubstance, PolicyError } from '@submit-guard/core';
import { loadConfig } from '../configs/load-config.ts';
import { faultOfKey } from '../known-keys/check-key.ts';
import { addRecord, emptyKeysFile, recordOf } from '../known-keys/key-hashes.ts';
import { formatKeysFile, labelPattern } from '../known-keys/keys-file.ts';
import type { KeysFile } from '../known-keys/keys-file.ts';
import { loadKeysFile } from '../known-keys/known-fingerprints.ts';
import { Cancelled, readKey } from '../known-keys/read-key.ts';
import type { PolicyFile } from '../policies/policy-file.ts';
import { defaultKeysPath, placeOf } from '../policies/policy-file.ts';
import { policyRoot } from '../policies/policy-root.ts';
import { writeAtomically } from '../policies/write-atomically.ts';
import type { CommandContext, ExitStatus } from './command-context.ts';

export { keysHelp } from './keys-help.ts';

export interface KeysOptions {
  /** `--config`. */
  readonly config?: string;
  /** `--keys-file`: another place of the file, relative to the working directory. */
  readonly keysFile?: string;
}

export interface AddKeyOptions extends KeysOptions {
  readonly label?: string;
  /** Takes short and guessable keys too. */
  readonly force?: boolean;
  /** Everything on the command line that is neither an option nor its value. */
  readonly rest?: readonly string[];
}

interface OpenFile {
  readonly place: PolicyFile;
  readonly root: string;
  readonly file: KeysFile | undefined;
}

async function openKeysFile({ cwd }: CommandContext, options: KeysOptions): Promise<OpenFile> {
  const { config, folder } = await loadConfig(cwd, options.config);
  const root = policyRoot(cwd, folder);
  const found = placeOf(defaultKeysPath, { cwd, explicit: options.keysFile, configured: config.keysFile, configFolder: folder, root });
  // A file that the user names and that is not there yet is one to write.
  return { place: found, root, file: await loadKeysFile({ ...found, explicit: false }) };
}

function save({ place: { path, name, explicit }, root }: OpenFile, file: KeysFile): void {
  writeAtomically(path, formatKeysFile(file), name, explicit ? undefined : root);
}

/**
 * `submit-guard keys add`: reads a key and adds its fingerprint to the file.
 *
 * @throws {PolicyError} where the file cannot be read or written.
 */
export async function addKey(options: AddKeyOptions, context: CommandContext): Promise<ExitStatus> {
  const { tell } = context;
  if (options.rest !== undefined && options.rest.length > 0) {
    tell('`keys add` takes no key as an argument: what is typed on a command line stays in the history of the shell and is seen by other users of the machine. '
      + 'If that was a key, revoke it in Atomyx Vault. Run `submit-guard keys add` and type the new key at the prompt, or pass it on standard input.\n');
    return 2;
  }
  const label = (options.label ?? 'Submit key').trim();
  if (!labelPattern.test(label) || label.split(/\s+/).some((word) => keyOfSubstance(word) !== undefined)) {
    tell('The label was not taken: it must be at most 80 letters, digits, blanks and `,._()/@+-`, and nothing that looks like a key.\n');
    return 2;
  }
  const opened = await openKeysFile(context, options);
  const key = await readKey(context.input, tell).catch((error: unknown) => {
    if (error instanceof Cancelled) return undefined;
    throw error;
  });
  if (key === undefined) {
    tell('Nothing was added.\n');
    return 130;
  }
  const fault = faultOfKey(key);
  if (fault !== undefined && !(fault.canBeForced && options.force === true)) {
    tell(`${fault.message}\n`);
    return 2;
  }
  const before = opened.file ?? emptyKeysFile();
  const known = recordOf(key, before);
  if (known !== undefined) {
    context.print(`This key is known already: ${known.id}, ${known.label}.\n`);
    return 0;
  }
  const { file, record } = addRecord(before, key, label, dayOf(new Date()));
  save(opened, file);
  context.print(`Added ${record.id}, ${label}, to ${opened.place.name}. Commit that file, so that every scan knows the key.\n`);
  return 0;
}

/** `submit-guard keys list`: what is known, without the hashes. */
export async function listKeys(options: KeysOptions, context: CommandContext): Promise<ExitStatus> {
  const { place, file } = await openKeysFile(context, options);
  if (file === undefined || file.keys.length === 0) {
    context.tell(`No keys are known by fingerprint: ${place.name} ${file === undefined ? 'does not exist' : 'is empty'}. Add one with \`submit-guard keys add\`.\n`);
    return 0;
  }
  const rows = [...file.keys]
    .sort((a, b) => (a.added < b.added ? -1 : a.added > b.added ? 1 : a.id < b.id ? -1 : 1))
    .map(({ id, added, length, label }) => [id, added, String(length), label]);
  const table = [['id', 'added', 'length', 'label'], ...rows];
  const widths = [0, 1, 2].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  context.print(table.map((row) => `${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}\n`).join(''));
  return 0;
}

/**
 * `submit-guard keys remove ID`.
 *
 * @throws {PolicyError} where there is no such key.
 */
export async function removeKey(id: string, options: KeysOptions, context: CommandContext): Promise<ExitStatus> {
  const opened = await openKeysFile(context, options);
  const { place, file } = opened;
  // An argument that is no id is not repeated: somebody may have pasted a key.
  const record = /^[0-9a-f]{8}$/.test(id) ? file?.keys.find((known) => known.id === id) : undefined;
  if (file === undefined || record === undefined) {
    throw new PolicyError(`No key of that id is in ${place.name}. \`submit-guard keys list\` shows the ids.`);
  }
  save(opened, { ...file, keys: file.keys.filter((known) => known !== record) });
  context.print(`Removed ${record.id}, ${record.label}. If the key is still accepted by Submit, revoke it in Atomyx Vault.\n`);
  return 0;
}
