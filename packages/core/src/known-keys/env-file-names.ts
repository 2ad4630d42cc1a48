/** Endings with which people mark an environment file as a pattern to fill in. Such a file is committed on purpose. */
const samples = /(?:^|[._-])(?:example|examples|sample|samples|template|templates|tmpl|tpl|dist|default|defaults|schema|spec|stub|skeleton|demo|vault|enc|encrypted|gpg|age|asc|md)(?:$|[._-])/i;

/** Copies that editors and people leave behind hold what the file held: they count. */
const environmentFile = /^\.env(?:rc)?(?:[._-][\w.-]*)?$/i;

/**
 * Whether a file of this name may hold environment variables with real values: `.env`, `.env.local`, `.env.production`,
 * `.envrc`, but not `.env.example` and its like.
 *
 * @param name - the name without folders.
 */
export function isEnvFileName(name: string): boolean {
  return environmentFile.test(name) && !samples.test(name.slice('.env'.length));
}

/**
 * Whether a file of this name is private by the convention of every dotenv loader, whatever git says: `.env`,
 * `.env.local` and `.env.*.local`.
 *
 * @param name - the name without folders.
 */
export function isPrivateEnvFileName(name: string): boolean {
  return isEnvFileName(name) && /^\.env(?:(?:\.[\w-]+)?\.local)?$/i.test(name);
}
