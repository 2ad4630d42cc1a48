import type { Verdict } from './verdict.ts';
import { key, submit } from './verdict.ts';

/** Keys that frameworks keep in cells, and what is kept beside them. */
export const verdicts: readonly Verdict[] = [
  { code: `import { ref } from 'vue'; const k = ref('~key~'); fetch('${submit}', { headers: { Authorization: \`Bearer \${k.value}\` } });`, rules: ['no-hardcoded-key'] },
  { code: `const k = ref('~key~'); fetch('${submit}', { headers: { Authorization: \`Bearer \${k.value}\` } });`, rules: ['no-hardcoded-key'] },
  { code: `import { reactive, computed } from 'vue'; const auth = reactive({ token: '~key~' }); const headers = computed(() => ({ Authorization: 'Bearer ' + auth.token })); fetch('${submit}', { headers: headers.value });`, rules: ['no-hardcoded-key'] },
  { code: `import { useRef } from 'react'; function useJobs() { const k = useRef('~key~'); return () => fetch('${submit}', { headers: { Authorization: 'Bearer ' + k.current } }); }`, rules: ['no-hardcoded-key'] },
  { code: `import React from 'react'; function useJobs() { const [k] = React.useState(() => '~key~'); return () => fetch('${submit}', { headers: { Authorization: 'Bearer ' + k } }); }`, rules: ['no-hardcoded-key'] },
  { code: `import { useMemo } from 'react'; function useJobs() { const headers = useMemo(() => ({ Authorization: 'Bearer ~key~' }), []); return () => fetch('${submit}', { headers }); }`, rules: ['no-hardcoded-key'] },
  { code: `import { createSignal } from 'solid-js'; const [k] = createSignal('~key~'); fetch('${submit}', { headers: { Authorization: 'Bearer ' + k() } });`, rules: ['no-hardcoded-key'] },
  { code: `import { signal } from '@angular/core'; class A { k = signal('~key~'); send() { return fetch('${submit}', { headers: { Authorization: 'Bearer ' + this.k() } }); } }`, rules: ['no-hardcoded-key'] },
  { code: `let k = $state('~key~'); fetch('${submit}', { headers: { Authorization: 'Bearer ' + k } });`, rules: ['no-hardcoded-key'] },
  { code: `import { ref } from 'vue'; const k = ref('~key~'); fetch('https://maps.example.com/tiles', { headers: { Authorization: \`Bearer \${k.value}\` } }); fetch('${submit}', { headers: { Authorization: 'Bearer ' + ${key} } });`, rules: [] },
  { code: `import { ref } from 'vue'; const k = ref(${key}); fetch('${submit}', { headers: { Authorization: \`Bearer \${k.value}\` } });`, rules: [] },
  { code: `import { useState } from 'react'; function useJobs() { const [order] = useState('~uuid~'); return () => fetch('${submit}', { headers: { Authorization: 'Bearer ' + ${key} }, method: 'POST', body: JSON.stringify({ externalId: order }) }); }`, rules: [] },
];
