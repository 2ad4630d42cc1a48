import { frameworks } from './framework.ts';
import { prove } from './proof.ts';

/**
 * Builds leaking and clean projects with web frameworks, for real: `npm run frameworks [-- NAME ...]`, where a name is part of a framework's. The
 * first run installs them below `.cache`.
 *
 * @returns 0 where every one does what it should.
 */
export async function main(names: readonly string[]): Promise<number> {
  const wanted = frameworks.filter(({ name }) => names.length === 0 || names.some((part) => name.toLowerCase().includes(part.toLowerCase())));
  let isFine = true;
  for (const framework of wanted) {
    const { name, complaints, seen } = await prove(framework, (sentence) => console.error(sentence));
    console.log(`${complaints.length === 0 ? 'ok  ' : 'FAIL'} ${name}: ${seen.join('; ')}`);
    for (const complaint of complaints) console.log(`     ${complaint}`);
    isFine &&= complaints.length === 0;
  }
  return isFine ? 0 : 1;
}
