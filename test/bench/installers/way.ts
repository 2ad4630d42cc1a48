/** One way to get a program. Versions are fixed, so that two runs measure the same programs. */
export type Way =
  /** It is there already, in whatever version. */
  | { readonly kind: 'path'; readonly program: string }
  /** Debian's package, in the version of the system. */
  | { readonly kind: 'apt'; readonly name: string; readonly program: string }
  /** `name` is the path of the main package. */
  | { readonly kind: 'go'; readonly name: string; readonly version: string; readonly program: string }
  | { readonly kind: 'cargo'; readonly name: string; readonly version: string; readonly program: string }
  | { readonly kind: 'pip'; readonly name: string; readonly version: string; readonly program: string }
  /** `with` are further packages, `name@version`. */
  | { readonly kind: 'npm'; readonly name: string; readonly version: string; readonly with: readonly string[]; readonly program: string };

const clients = { path: 'PATH', apt: 'apt-get install', go: 'go install', cargo: 'cargo install', pip: 'pip install', npm: 'npm install' } as const;

/** What a person would type to go that way. */
export function describeWay(way: Way): string {
  switch (way.kind) {
    case 'path':
      return `\`${way.program}\` on the PATH`;
    case 'apt':
      return `\`${clients.apt} ${way.name}\``;
    case 'go':
      return `\`${clients.go} ${way.name}@v${way.version}\``;
    case 'cargo':
      return `\`${clients.cargo} ${way.name}@${way.version}\``;
    case 'pip':
      return `\`${clients.pip} ${way.name}==${way.version}\``;
    case 'npm':
      return `\`${clients.npm} ${[`${way.name}@${way.version}`, ...way.with].join(' ')}\``;
  }
}
