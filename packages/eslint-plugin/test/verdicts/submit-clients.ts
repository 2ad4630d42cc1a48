import type { Verdict } from './verdict.ts';
import { base, key } from './verdict.ts';

/** Clients of Submit that are given their key. */
export const verdicts: readonly Verdict[] = [
  { code: `// Atomyx\nnew SubmitClient('~key~');`, rules: ['no-hardcoded-key'] },
  { code: `// Atomyx\nconst key = '~key~'; const c = createSubmitClient(key, { retries: 2 });`, rules: ['no-hardcoded-key'] },
  { code: `// Atomyx\nexport const submit = new AtomyxSubmit(process.env.ATOMYX_KEY ?? '~key~');`, rules: ['no-hardcoded-key'] },
  { code: `// Atomyx\nexport const submit = new SubmitSdk('https://submit.atomyx.io', '~key~');`, rules: ['no-hardcoded-key'] },
  { code: `// Atomyx\nnew SubmitClient({ apiKey: '~key~' });`, rules: ['no-hardcoded-key'] },
  { code: `// Atomyx\nnew SubmitClient('production'); new SubmitClient(${key}); new SubmitClient('${base}');`, rules: [] },
  { code: `// Atomyx\nnew SubmitButton('~key~'); onSubmitApi(event); new SubmitHandlerClient('~key~'); new FormSubmitClient('~key~');`, rules: [] },
  { code: `// Atomyx\nsubmitClient.getJob('~uuid~'); submitClient('~uuid~');`, rules: [] },
  { code: `// Atomyx\nnew StripeSubmitClient('~key~');`, rules: [] },
];
