const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EIO: 'input/output error',
  EISDIR: 'it is a folder',
  ELOOP: 'too many symbolic links',
  EMFILE: 'too many open files',
  ENFILE: 'too many open files',
  ENAMETOOLONG: 'path too long',
  ENOENT: 'vanished while the scan ran',
  ENOTDIR: 'vanished while the scan ran',
  ENOSPC: 'no space left on the device',
  EDQUOT: 'the disk quota is used up',
  EROFS: 'the file system is read-only',
};

/** The code of a file system error, for example `EACCES`; '' where there is none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** Why the file system refused, in words. */
export function failureReason(error: unknown): string {
  const code = codeOf(error);
  return reasons[code] ?? (code === '' ? 'the system gave no reason' : `the system refused (${code})`);
}

/** Why a server was not understood, by the code of the error; `undefined` where nothing was said that could be. */
export function misunderstanding(code: string): string | undefined {
  if (/CERT|SIGNATURE|SELF_SIGNED|ALTNAME|ERR_TLS|ERR_SSL|EPROTO/.test(code)) return `the connection is not secure (${code})`;
  return code.startsWith('HPE_') ? `the answer was no HTTP (${code})` : undefined;
}
