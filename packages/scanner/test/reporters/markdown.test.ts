import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { report as markdown } from '../../src/reporters/markdown.ts';
import { emptyReport, hostileReport, hostileWords, richReport } from './rich-report.ts';

const options = { color: false, version: '1.2.3' } as const;

/** GitHub's Markdown, elements included, as a page would hold it before GitHub cleans it. */
const rendered = (text: string): string =>
  micromark(text, {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });

/** The text of a page outside of code: where GitHub looks for people, issues and addresses. */
const textOf = (html: string): string =>
  html
    .replace(/<code[^>]*>.*?<\/code>/gs, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));

describe('the markdown reporter', () => {
  it('makes a comment with a summary, a table and details', () => {
    const text = markdown(richReport().report, options);
    expect(text.startsWith('<!-- submit-guard -->\n## 🔑 5 Submit key findings\n')).toBe(true);
    expect(text).toContain(
      '- 🔴 error: 4 · 🟡 warning: 1\n- Read 1,204 files, 3 git objects, 48.2 MB; 2 findings suppressed.\n',
    );
    expect(text).toContain('- ❌ Not read: `secrets/locked.env`, permission denied.\n');
    const html = rendered(text);
    expect(html.match(/<tr>/g)).toHaveLength(6);
    expect(html.match(/<details>/g)).toHaveLength(5);
    expect(html).toContain('<td><code>src/api/client.py:3:19</code></td>');
    expect(html).toContain('&gt; 3 | SUBMIT_API_KEY = &quot;••••••••••••••••••••••••&quot;');
    expect(html).toContain('<li>sent to submit.atomyx.io (line 7)</li>');
    expect(html).toContain('<li>Create a new key in Atomyx Vault.</li>');
  });

  it('says whether nothing was found, nothing could be read or nothing was there', () => {
    expect(markdown(emptyReport(), options)).toBe(
      '<!-- submit-guard -->\n## ✅ No Submit key found\n\n- Read 12 files, 48.2 kB.\n',
    );
    expect(markdown(emptyReport({ unread: [{ path: 'a', reason: 'b' }] }), options)).toContain(
      '## ⚠️ No Submit key found, but not everything could be read',
    );
    expect(markdown(emptyReport({ files: 0 }), options)).toContain('## ⚠️ Nothing was read');
  });

  it('is at most 65,000 characters long and says what was left out', () => {
    const { report } = richReport();
    const findings = Array.from({ length: 2000 }, (_, index) =>
      report.findings.map((finding) => ({ ...finding, line: index + 1 })),
    ).flat();
    const text = markdown({ ...report, findings }, options);
    expect(text.length).toBeLessThanOrEqual(65_000);
    const rows = text.split('\n').filter((line) => line.startsWith('| 🔴') || line.startsWith('| 🟡')).length;
    expect(text).toContain(
      `Left out, because a comment can only be so long: ${(10_000 - rows).toLocaleString('en-US')} findings`,
    );
    const fewer = markdown({ ...report, findings: findings.slice(0, 120) }, options);
    expect(fewer.length).toBeLessThanOrEqual(65_000);
    const details = fewer.split('<details>').length - 1;
    expect(fewer).toContain(`the details of ${120 - details} findings`);
    expect(rendered(fewer).match(/<tr>/g)).toHaveLength(121);
  });

  it.each([
    ...hostileWords,
    'a | b | c',
    'a\\|b',
    '`a',
    '``` a',
    '[x](https://evil.example)',
    '![x](https://evil.example/x.png)',
    'https://evil.example www.evil.example someone@evil.example',
    '<https://evil.example>',
    '</summary></details><script>alert(1)</script>',
    '# heading',
    '- item',
    '1. item',
    '> quote',
    ':smile: **bold** __bold__ ~~gone~~',
    '&lt;b&gt;',
  ])('lets no markup through: %j', (words) => {
    const text = markdown(hostileReport(words), options);
    const html = rendered(text);
    const own = rendered(markdown(hostileReport('words'), options));
    const tags = (page: string): readonly string[] =>
      (page.match(/<[a-z][^>]*>/gi) ?? []).filter((tag) => tag !== '<wbr>' && !tag.startsWith('<code'));
    expect(tags(html)).toEqual(tags(own));
    expect(textOf(html)).not.toMatch(/@[a-z]|#\d|:\/\/|www\./i);
    for (const line of text.split('\n')) expect(line).not.toMatch(/^\s*::|##[a-z]*\[/i);
    expect(text.replaceAll('\n', '').replaceAll('\u200b', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
  });
});
