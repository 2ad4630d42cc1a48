import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, lineWith, makeKey, submitGuard } from './command-line.ts';

const formats = ['pretty', 'json', 'sarif', 'github', 'gitlab', 'junit', 'csv', 'markdown', 'html'];

/** A tree in which keys are names of files, folders and fields. */
function treeOf(key: string, other: string): Readonly<Record<string, string | Uint8Array>> {
  return {
    [`${key}.env`]: `${lineWith(key)}${lineWith(other)}# submit-guard-ignore\n`,
    [`${other}/${key}/job.json`]: JSON.stringify({ atomyxSubmitApiKey: key, [other]: { [key]: { atomyxSubmitApiKey: other } } }, null, 2),
    [`logs/${key}.log`]: `POST https://submit.atomyx.io/api/jobs\nAuthorization: Bearer ${key}\nX-${other}: Bearer ${other}\n`,
    'client.js': `const apiKey = "${key}";\nfetch("https://submit.atomyx.io/api/jobs?${key}=1", { headers: { Authorization: "Bearer " + apiKey, "${key}": "${key}" } });\n`,
    [`${key}.mp4`]: new Uint8Array(100),
  };
}

describe('a key that is the name of a file or a field', () => {
  it.each(formats)('is masked in all that %s prints, and in what it writes with -o', async (format) => {
    const [key, other] = [makeKey(), makeKey()];
    const cwd = folderWith(treeOf(key, other));
    const environment = { ATOMYX_SUBMIT_API_KEY: key, OLD_ATOMYX_SUBMIT_API_KEY: other };
    const scan = await submitGuard(['scan', '--debug', '--format', format, '.', `${key}.missing`], { cwd, environment });
    const written = await submitGuard(['scan', '--format', format, '-o', 'report', '.'], { cwd, environment });
    expect([scan.status, written.status]).toEqual([2, 1]);
    for (const text of [scan.stdout, scan.stderr, written.stdout, written.stderr, readFileSync(join(cwd, 'report'), 'utf8')]) {
      expect(text).not.toContain(key);
      expect(text).not.toContain(other);
    }
    expect(scan.stdout).toContain(`${key.slice(0, 4)}....env`);
  });

  it('is masked where nobody knew it before', async () => {
    const key = makeKey();
    const cwd = folderWith({ [`${key}.env`]: lineWith(key), [`${key}/a.json`]: JSON.stringify({ [key]: { atomyxSubmitApiKey: key } }) });
    for (const format of formats) {
      const { stdout, stderr, status } = await submitGuard(['scan', '--format', format], { cwd });
      expect(status).toBe(1);
      expect(stdout + stderr, format).not.toContain(key);
    }
  });
});
