import type { Setting } from '../settings/setting.ts';
import { settingsOf } from '../settings/setting.ts';

/** `DefinePlugin` and `EnvironmentPlugin`, as webpack and Rspack make them. */
interface DefiningPlugin {
  readonly name?: unknown;
  readonly definitions?: unknown;
  readonly _args?: readonly unknown[];
  readonly keys?: unknown;
  readonly defaultValues?: Readonly<Record<string, unknown>>;
}

/** What plugins of a configuration hand to the code. */
export function settingsOfPlugins(plugins: readonly unknown[] = []): readonly Setting[] {
  return plugins.filter((plugin) => typeof plugin === 'object' && plugin !== null).flatMap((plugin: DefiningPlugin) => {
    const kind = typeof plugin.name === 'string' ? plugin.name : (plugin as object).constructor.name;
    if (kind === 'DefinePlugin') return settingsOf('DefinePlugin', plugin.definitions ?? plugin._args?.[0]);
    const { keys, defaultValues = {} } = plugin;
    if (kind !== 'EnvironmentPlugin' || !Array.isArray(keys)) return [];
    const names = keys.filter((key) => typeof key === 'string');
    return settingsOf('EnvironmentPlugin', Object.fromEntries(names.map((name) => [name, process.env[name] ?? defaultValues[name]])));
  });
}
