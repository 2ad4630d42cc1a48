import { expect, test } from 'vitest';
import { classifyName, isSurelyOther } from '../../src/names/classify-name.ts';
import { spellingAt } from '../../src/names/spellings.ts';

const stems = ['apiKey', 'token', 'ATOMYX_SUBMIT_API_KEY', 'atomyxToken', 'submit_key', 'webhookSecret', 'K6_SUBMIT_TOKEN', 'CYPRESS_', 'sha', 's', 'NEXT_PUBLIC_ATOMYX_KEY', 'config.atomyx.api-key', 'githubToken'];
const numbers = ['', '1', '7', '12', '00', '2024', '_1', '_42'];

test.each(stems.flatMap((stem) => numbers.map((number) => stem + number)))('the spelling of %s says of it what its name does, wherever it stands', (name) => {
  // Twice: the second time it is known, and another name has been met in between.
  for (const text of [name, `const ${name} = 1`, `${name}9`, `x ${name} y`]) {
    const start = text.indexOf(name);
    const spelling = spellingAt(text, start, start + name.length);
    expect(spelling).toEqual({ isSurelyOther: isSurelyOther(name), namesBrand: /atomyx|submit/i.test(name), holdsKeyWord: /key|token|secret|bearer|credential/i.test(name), class: classifyName(name) });
  }
});
