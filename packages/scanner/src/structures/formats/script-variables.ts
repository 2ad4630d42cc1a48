import type { Text } from '../documents/text.ts';
import { partOf } from '../documents/text.ts';
import type { Variable } from '../structure.ts';

/** `pm.environment.set("name", "value")`, `bru.setVar("name", "value")`, `client.global.set("name", "value")`. */
const setting = /\.(?:set|setVar|setEnvVar|setGlobalEnvVar|setEnvironmentVariable|setGlobalVariable)\(\s*(["'`])([^"'`\n]{1,80})\1\s*,\s*(["'`])([^"'`\n]{1,4000})\3/g;

/** The variables that a script of a test tool sets to a text. */
export function variablesSetIn(script: Text): readonly Variable[] {
  return [...script.value.matchAll(setting)].map((match) => {
    const [whole, , name = '', , value = ''] = match;
    const end = match.index + whole.length - 1;
    const text = partOf(script, end - value.length, end);
    const at = match.index + whole.indexOf(name);
    return { name, place: script.locate(at, at + name.length), text };
  });
}
