import { mkdirSync } from 'node:fs';
import { cacheFolder } from './installations.ts';
import { prove } from './proof.ts';
import { scanPublished } from './published.ts';
import { startSubmitServer } from './services/submit-server.ts';
import { tools } from './tools/index.ts';

/**
 * Runs test tools for real against a server of this machine that plays Submit, and scans what they write, and then files of test tools
 * that others have published: `npm run exports [-- NAME ...]`, where a name is part of a tool's, or of `published`. The first run brings the tools.
 *
 * @returns 0 where every tool that could be had did what it should.
 */
export async function main(names: readonly string[]): Promise<number> {
  const isWanted = (name: string): boolean => names.length === 0 || names.some((part) => name.toLowerCase().includes(part.toLowerCase()));
  const wanted = tools.filter(({ name }) => isWanted(name));
  mkdirSync(cacheFolder, { recursive: true });
  const server = await startSubmitServer(cacheFolder);
  const counts = { tools: 0, files: 0, leftOut: 0, complaints: 0 };
  try {
    for (const tool of wanted) {
      const { name, leftOut, files, complaints } = await prove(tool, server, (sentence) => console.error(sentence));
      console.log(leftOut === undefined ? `${complaints.length === 0 ? 'ok  ' : 'FAIL'} ${name}` : `--   ${name}: left out, ${leftOut}`);
      for (const { path, places, words } of files) console.log(`     ${path.padEnd(40)} ${String(places).padStart(3)}  ${words}`);
      for (const complaint of complaints) console.log(`     ! ${complaint}`);
      counts.tools += leftOut === undefined ? 1 : 0;
      counts.leftOut += leftOut === undefined ? 0 : 1;
      counts.files += files.length;
      counts.complaints += complaints.length;
    }
  } finally {
    server.close();
  }
  if (isWanted('published')) {
    const { leftOut, files, toolFiles, complaints } = await scanPublished((sentence) => console.error(sentence));
    console.log(leftOut === undefined ? `${complaints.length === 0 ? 'ok  ' : 'FAIL'} published files: ${toolFiles} of test tools among ${files}` : `--   published files: left out, ${leftOut}`);
    for (const complaint of complaints) console.log(`     ! ${complaint}`);
    counts.complaints += complaints.length;
  }
  console.log(`${counts.tools} tools, ${counts.files} files with a key: ${counts.complaints} complaints${counts.leftOut === 0 ? '' : `; ${counts.leftOut} tools left out`}`);
  return counts.complaints === 0 ? 0 : 1;
}
