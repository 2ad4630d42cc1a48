const interpolation = /\$\{\{?\s*([A-Za-z_][\w.]*(?:\[[:"']?[\w-]+["']?\])?)|#\{\s*([@\w.]+(?:\[[:"']?[\w-]+["']?\])?)|\{\{\s*([\w.-]+)\s*\}\}|\\\(\s*([\w.]+)|\$env:(\w+)|\$\(?([A-Za-z_]\w*)|\{\s*([A-Za-z_][\w.]*)(?:![rsa])?(?::[^}]*)?\}|<%=?\s*([\w.@]+)|%([A-Za-z_]\w+)%/g;

/** Names that a template interpolates: `${key}`, `#{key}`, `{key}`, `$key`, `\(key)`, `{{key}}`. */
export function interpolations(template: string): string[] {
  const names: string[] = [];
  if (!/[$#{\\%<]/.test(template)) return names;
  interpolation.lastIndex = 0;
  for (let match = interpolation.exec(template); match !== null; match = interpolation.exec(template)) {
    const name = firstGroup(match);
    if (name !== undefined) names.push(name.replace(/\[[:"']?([\w-]+)["']?\]$/, '.$1'));
  }
  return names;
}

/** The group that has matched something. */
function firstGroup(match: RegExpExecArray): string | undefined {
  for (let index = 1; index < match.length; index++) if (match[index]) return match[index];
  return undefined;
}
