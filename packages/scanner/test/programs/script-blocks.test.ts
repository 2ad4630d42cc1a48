import { describe, expect, it } from 'vitest';
import { scriptBlocksOf } from '../../src/programs/script-blocks.ts';

describe('the scripts of a document', () => {
  it('keep their offsets, and everything else is blank', () => {
    const document = "<p>It's\n(</p>\r\n<script>\nlet a = 1;\n</script>\n<p>b</p><script type='module'>let b = 2;</script> c";
    const text = scriptBlocksOf(document)?.text ?? '';
    expect(text.trim().replace(/\s+/g, ' ')).toBe('; let a = 1; ; let b = 2;');
    for (const code of ['let a = 1;', 'let b = 2;']) expect(text.indexOf(code)).toBe(document.indexOf(code));
    expect(text.match(/\n/g)?.length).toBe(5);
  });

  it.each([
    ['<script lang="ts">a</script>', 'ts'],
    ["<script setup lang='tsx'>a</script>", 'tsx'],
    ['<script>a</script><script lang=ts>b</script>', 'ts'],
    ['<script>a</script>', ''],
  ])('%s says its language', (document, lang) => {
    expect(scriptBlocksOf(document)?.lang).toBe(lang);
  });

  it.each(['<p>a</p>', '<script type="application/json">{}</script>', '<script type="text/x-template">a</script>', '<script>a', '<scripts>a</scripts>'])('are none in %s', (document) => {
    expect(scriptBlocksOf(document)).toBeUndefined();
  });

  it('are found in linear time', () => {
    scriptBlocksOf('<script>'.repeat(100_000));
    scriptBlocksOf('<script '.repeat(100_000));
  });
});
