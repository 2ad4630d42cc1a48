const interpolation = /\$\{\{?\s*([A-Za-z_][\w.]*(?:\[[:"']?[\w-]+["']?\])?)|#\{\s*([@\w.]+(?:\[[:"']?[\w-]+["']?\])?)|\{\{\s*([\w.-]+)\s*\}\}|\\\(\s*([\w.]+)|\$env:(\w+)|\$\(?([A-Za-z_]\w*)|\{\s*([A-Za-z_][\w.]*)(?:![rsa])?(?::[^}]*)?\}|<%=?\s*([\w.@]+)|%([A-Za-z_]\w+)%/g;

/** Names that a template interpolates: `${key}`, `#{key}`, `{key}`, `$key`, `\(key)`, `{{key}}`. */
export function interpolations(template: string): string[] {
  const names: string[] = [];
  if (!/[$#{\\%<]/.test(template)) return names;
  for (const match of template.matchAll(interpolation)) {
    const name = match.slice(1).find((group) => group);
    if (name !== undefined) names.push(name.replace(/\[[:"']?([\w-]+)["']?\]$/, '.$1'));
  }
  return names;
}
