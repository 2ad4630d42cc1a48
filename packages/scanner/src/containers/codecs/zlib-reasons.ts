const words: Readonly<Record<string, string>> = {
  Z_BUF_ERROR: 'is cut short',
  Z_DATA_ERROR: 'is damaged',
  Z_NEED_DICT: 'needs a dictionary that is not in it',
  Z_MEM_ERROR: 'needs too much memory',
};

/** What a code of an error of `node:zlib` means; goes on after a path. */
export function zlibReason(code: string): string {
  return words[code] ?? 'is damaged';
}
