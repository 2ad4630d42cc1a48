import { it } from 'vitest';
import { examples } from '@submit-guard/rules/examples';
import { renderMarkers, keyFormats } from '@submit-guard/rules/markers';
import { scanText } from 'submit-guard';
it('x', () => {
  const bad = new Map<string, number>();
  for (let n = 0; n < 60; n++) for (const { ruleId, found, notFound } of examples) for (const [kind, list] of [['found', found], ['notFound', notFound]] as const) for (const e of list) {
    if (!e.engines.includes('scanner')) continue;
    for (const format of keyFormats) {
    const r = renderMarkers(e.code, {format});
    const f = scanText(r.text, e.path, {...(e.surface&&{surface:e.surface}), ...(e.settings && {config:e.settings})}).findings;
    const want = kind === 'found' ? r.keys.filter(k=>(k.piece?.index??1)===1).length + r.places.length : 0;
    if (f.length !== want || f.some(x => x.ruleId !== ruleId)) { const k = `${ruleId} ${kind} ${e.title}`; bad.set(k, (bad.get(k) ?? 0) + 1); if (bad.get(k)! < 2) console.log(k, format, r.seed, f.map(x=>[x.ruleId, x.line, x.column, x.endColumn].join(' ')), kind==='notFound'?r.text.slice(0,0):''); }
    }
  }
  console.log(bad);
}, 600000);
