import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What a shop's front end is made of; installed on the first run. */
const packages = [
  'react@19.3.1', 'react-dom@19.3.1', '@mui/material@9.5.0', '@emotion/react@11.14.0', '@emotion/styled@11.14.1', '@tanstack/react-query@5.108.4', 'react-router-dom@7.18.6',
  'react-hook-form@7.92.0', 'formik@2.4.9', 'recharts@3.11.1', 'three@0.187.0', 'rxjs@7.8.2', 'date-fns@4.4.0', 'lodash-es@4.18.1', 'zod@4.6.7', 'axios@1.21.1',
];

/** Libraries that the entry has as a whole, so that nothing of them is left out. */
const whole = ['@mui/material', '@tanstack/react-query', 'react-router-dom', 'react-hook-form', 'formik', 'recharts', 'three', 'rxjs', 'date-fns', 'lodash-es', 'zod', 'axios'];

/** Modules of the project's own. */
const pages = 300;

/** A front end as people have one: some three thousand modules, most of them of packages. */
export function makeLarge(root) {
  mkdirSync(join(root, 'src/pages'), { recursive: true });
  symlinkSync(join(installed(), 'node_modules'), join(root, 'node_modules'));
  for (let number = 0; number < pages; number++) writeFileSync(join(root, `src/pages/page-${number}.js`), pageOf(number));
  const imports = [
    ...whole.map((name, index) => `import * as library${index} from '${name}';`),
    ...Array.from({ length: pages }, (_, number) => `import { Page${number} } from './pages/page-${number}.js';`),
    `import { createElement } from 'react';\nimport { createRoot } from 'react-dom/client';`,
  ];
  const used = [`globalThis.shop = [${whole.map((_, index) => `library${index}`).join(', ')}];`, `const pages = [${Array.from({ length: pages }, (_, number) => `Page${number}`).join(', ')}];`];
  writeFileSync(join(root, 'src/main.js'), [...imports, ...used, `createRoot(document.body).render(pages.map((page, key) => createElement(page, { key })));\n`].join('\n'));
}

function installed() {
  const script = fileURLToPath(new URL('../../test/bundlers/on-demand.mjs', import.meta.url));
  const { status, stdout } = spawnSync(process.execPath, [script, 'bundlers/front-end', ...packages], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  if (status !== 0) throw new Error('The large project needs its packages; without them, `node bench/build-cost.mjs small` measures the small one.');
  return stdout;
}

/** A page with a form and a table, of some three kilobytes: no two are equal, as bundlers and minifiers look at each. */
function pageOf(number) {
  const labels = Array.from({ length: 24 }, (_, row) => `  { field: 'order${number}Field${row}', label: 'Order ${number} field ${row}', hint: 'What the printer needs to know of part ${row} of order ${number}' },`);
  return `import { Button, TextField } from '@mui/material';
import { format } from 'date-fns';
import { sortBy } from 'lodash-es';
import { createElement, useState } from 'react';

const fields${number} = [
${labels.join('\n')}
];

/** Sends what was typed in, and says when. */
export function Page${number}({ send }) {
  const [values, setValues] = useState({});
  const [sentAt, setSentAt] = useState(null);
  const onSubmit = async (event) => {
    event.preventDefault();
    await send('/orders/${number}', { method: 'POST', body: JSON.stringify(values) });
    setSentAt(new Date());
  };
  const inputs = sortBy(fields${number}, 'label').map(({ field, label, hint }) => createElement(TextField, {
    key: field,
    label,
    helperText: hint,
    value: values[field] ?? '',
    onChange: ({ target }) => setValues({ ...values, [field]: target.value }),
  }));
  const note = sentAt === null ? null : 'Order ${number} was sent at ' + format(sentAt, 'HH:mm:ss');
  return createElement('form', { onSubmit }, ...inputs, createElement(Button, { type: 'submit' }, 'Send order ${number}'), note);
}
`;
}
