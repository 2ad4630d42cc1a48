import type { KeyFormat, SurfaceExtension } from '@submit-guard/core';
import { compileNames, defaultDetectorOptions } from '@submit-guard/core';
import { RE2JS } from 're2js';
import { surfaces } from '@submit-guard/rules';

/** `settings["submit-guard"]` of an ESLint configuration. The same names as in the configuration of the scanner. */
export interface SubmitGuardSettings {
  /** Further hosts of the Submit API. */
  readonly hosts?: readonly string[];
  /** Hosts of Submit's staging environment. None by default. */
  readonly stagingHosts?: readonly string[];
  /** Hosts of your own that hand requests on to Submit. */
  readonly gateways?: readonly string[];
  /** RE2 patterns of further names that mean a Submit key, for example `^ACME_PREFLIGHT_TOKEN$`. */
  readonly names?: readonly string[];
  /** RE2 patterns that your own keys match. */
  readonly formats?: readonly KeyFormat[];
  /** What the places that a glob fits are, before the built-in table. */
  readonly surfaces?: readonly SurfaceExtension[];
  /** RE2 patterns of the names of your callback types; where given, no other names are looked at. */
  readonly callbackTypes?: readonly string[];
}

/** Settings with their defaults, compiled. */
export interface Settings {
  readonly hosts: readonly string[];
  readonly stagingHosts: readonly string[];
  readonly names: readonly string[];
  readonly formats: readonly KeyFormat[];
  readonly surfaces: readonly SurfaceExtension[];
  readonly isSubmitName: (name: string) => boolean;
  readonly isCallbackType: ((name: string) => boolean) | undefined;
}

/** By what was given; for most users that is nothing. ESLint hands out the same object for every file, or one like it. */
const compiled = new Map<string, Settings>();
const ofObjects = new WeakMap<object, Settings>();
const unset = {};

/**
 * Reads the shared settings.
 *
 * @throws TypeError where something in them is not what it must be, with the name of the setting.
 */
export function settingsOf(all: Readonly<Record<string, unknown>>): Settings {
  const given = all['submit-guard'] ?? unset;
  if (typeof given !== 'object' || Array.isArray(given)) throw wrong('', 'an object');
  const known = ofObjects.get(given);
  if (known) return known;
  const settings = read(given);
  ofObjects.set(given, settings);
  return settings;
}

function read(given: object): Settings {
  const text = JSON.stringify(given);
  const known = compiled.get(text);
  if (known) return known;
  const raw = given as SubmitGuardSettings;
  for (const name of Object.keys(raw)) if (!allowed.has(name)) throw wrong(name, `one of ${[...allowed].join(', ')}`);
  const hosts = [...new Set([...defaultDetectorOptions.hosts, ...texts(raw, 'hosts'), ...texts(raw, 'gateways')])];
  const callbackTypes = texts(raw, 'callbackTypes');
  const settings: Settings = {
    hosts: hosts.map((host) => host.toLowerCase()),
    stagingHosts: texts(raw, 'stagingHosts').map((host) => host.toLowerCase()),
    names: texts(raw, 'names'),
    formats: list(raw, 'formats').map((item) => format(item)),
    surfaces: list(raw, 'surfaces').map((item) => surface(item)),
    isSubmitName: compileNames(texts(raw, 'names'), RE2JS),
    isCallbackType: callbackTypes.length > 0 ? compileNames(callbackTypes, RE2JS) : undefined,
  };
  compiled.set(text, settings);
  return settings;
}

const allowed: ReadonlySet<string> = new Set(['hosts', 'stagingHosts', 'gateways', 'names', 'formats', 'surfaces', 'callbackTypes']);

function list(raw: SubmitGuardSettings, name: keyof SubmitGuardSettings): readonly unknown[] {
  const value: unknown = raw[name] ?? [];
  if (!Array.isArray(value)) throw wrong(name, 'a list');
  return value;
}

function texts(raw: SubmitGuardSettings, name: keyof SubmitGuardSettings): readonly string[] {
  const items = list(raw, name);
  if (!items.every((item) => typeof item === 'string')) throw wrong(name, 'a list of texts');
  return items;
}

function format(item: unknown): KeyFormat {
  const { name, pattern } = (item ?? {}) as Partial<KeyFormat>;
  if (typeof name !== 'string' || typeof pattern !== 'string') throw wrong('formats', 'a list of objects with "name" and "pattern"');
  return { name, pattern };
}

function surface(item: unknown): SurfaceExtension {
  const { glob, surface: place } = (item ?? {}) as Partial<SurfaceExtension>;
  if (typeof glob !== 'string' || place === undefined || !surfaces.includes(place)) {
    throw wrong('surfaces', `a list of objects with "glob" and "surface", which is one of ${surfaces.join(', ')}`);
  }
  return { glob, surface: place };
}

function wrong(name: string, wanted: string): TypeError {
  const where = name === '' ? '' : `.${name}`;
  return new TypeError(`settings["submit-guard"]${where} in the ESLint configuration must be ${wanted}. Correct it there.`);
}
