import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { renderMarkers } from '@submit-guard/rules/markers';
import { createTextScanner } from 'submit-guard';
const root = process.argv[2]; const verbose = process.argv.includes('-v');
const scan = createTextScanner();
let bad = 0, n = 0;
for (const name of readdirSync(root).sort()) for (const twin of ['leaking','clean']) {
  for (const e of readdirSync(join(root,name,twin),{recursive:true,withFileTypes:true}).filter(e=>e.isFile())) {
    const file = join(e.parentPath,e.name);
    const out=[];
    for (const seed of [1,2,3]) {
    const { text, keys } = renderMarkers(readFileSync(file,'utf8'), { seed });
    const report = scan(Buffer.from(text), relative(join(root,name,twin),file));
    const starts = [0]; for (let i=0;i<text.length;i++) if (text[i]==='\n') starts.push(i+1);
    const found = report.findings.map(f=>({ s: starts[f.line-1]+f.column-1, e: starts[f.endLine-1]+f.endColumn-1, f }));
    const wanted = keys.filter(k=>(k.piece?.index??1)===1);
    const missed = wanted.filter(k=>!found.some(x=>x.s===k.start&&x.e===k.end || x.s===k.carrier.start&&x.e===k.carrier.end));
    const extra = found.filter(x=>!wanted.some(k=>x.s===k.start&&x.e===k.end|| x.s===k.carrier.start&&x.e===k.carrier.end));
    n++;
    if (missed.length||extra.length) bad++;
    const line = [...missed.map(k=>`MISSED at ${k.start}`), ...extra.map(x=>`EXTRA ${x.f.ruleId} ${JSON.stringify(text.slice(x.s,Math.min(x.e,x.s+8)))} ${x.f.pointer??''} ${x.f.evidence.map(v=>v.kind+':'+v.detail).join(' | ')}`),
      ...(verbose? found.map(x=>`    ${x.f.ruleId} ${x.f.confidence} ${x.f.pointer??''} [${x.f.message}] ${x.f.evidence.map(v=>v.kind+':'+v.detail).join(' | ')}`):[])].join('\n  ');
    if (line && !out.includes(line)) out.push(line);
    if (report.coverage.skipped.length) out.push('skipped '+JSON.stringify(report.coverage.skipped));
    }
    if (out.length) console.log(`${name} ${twin}: ${out.join('\n      ')}`);
    else console.log(`${name} ${twin}: ok`);
  }
}
console.log(n, 'files', bad, 'bad');
