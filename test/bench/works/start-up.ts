import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomValues } from './random-values.ts';
import { material } from './work.ts';
import type { Material } from './work.ts';

/** A module as a commit would hold it: it speaks of Submit, so that nobody gets away without looking at it. */
function moduleText(key: string): string {
  return `import { readFile } from 'node:fs/promises';

const origin = 'https://submit.atomyx.io';
const atomyxApiKey = ${key};

/** Creates a job and returns where its editor is. */
export async function createJob(externalId, callbackURL) {
  const response = await fetch(\`\${origin}/api/jobs\`, {
    method: 'POST',
    headers: { Authorization: \`Bearer \${atomyxApiKey}\`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ externalId, callbackURL }),
  });
  if (!response.ok) throw new Error(\`Atomyx Submit says \${response.status}\`);
  return response.json();
}

export async function createJobs(file) {
  const orders = JSON.parse(await readFile(file, 'utf8'));
  return Promise.all(orders.map(({ id }) => createJob(id, 'https://shop.example/callbacks/submit')));
}
`;
}

/** One small file, with or without a key in it. */
export function oneSmallFile(folder: string, plant: boolean): Material {
  const key = plant ? `'${randomValues('start-up').hex(40)}'` : 'process.env.ATOMYX_SUBMIT_API_KEY';
  return material({
    target: join(folder, plant ? 'small-with-key.js' : 'small.js'),
    from: 'version 2',
    make: (target) => {
      writeFileSync(target, moduleText(key));
      return { planted: plant ? 1 : 0 };
    },
  });
}
