import axe from 'axe-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from '../on-demand/browser-driver.ts';
import { everyKind, hostile, nothingFound } from '../report-page/every-kind.ts';
import { manyFindings } from '../report-page/many-findings.ts';
import { noBrowser, openPage, pageOf, startBrowser } from '../report-page/open-page.ts';

/** Words of the finding that is open. */
const openTitle = (page: Page): Promise<string> => page.locator('#finding-title').innerText();
const count = (page: Page): Promise<string> => page.locator('.toolbar__count').innerText();
/** What stands after `#`, once typed words have gone into the address. */
const fragment = async (page: Page): Promise<string> => {
  await new Promise((resolve) => setTimeout(resolve, 400));
  return new URL(page.url()).hash;
};
const facet = (page: Page, group: string, value: string): ReturnType<Page['locator']> => page.locator(`section[aria-labelledby="facet-${group}"] button`).filter({ hasText: value }).first();

describe.skipIf(noBrowser !== undefined)(`the report page in Chromium${noBrowser === undefined ? '' : ` (skipped: ${noBrowser})`}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser.close());

  it('shows a finding with its evidence, frame, key and remedy, and asks nobody for anything', async () => {
    const { page, complaints, requests } = await openPage(browser, pageOf({ shop: everyKind }));
    expect(await page.locator('h1').innerText()).toBe('5 findings in 5 files');
    await page.locator('[role=option]').filter({ hasText: 'client.py' }).click();
    const text = await page.locator('article').innerText();
    expect(text).toContain('src/api/client.py:3:18');
    expect(text).toContain('sent to submit.atomyx.io');
    expect(text).toContain('key 3f9a...');
    expect(text).toContain('40 characters');
    expect(text).toContain('1 other finding with this key');
    expect(await page.locator('.code mark').allInnerTexts()).toEqual(['SUBMIT_API_KEY', '•'.repeat(24), 'submit.atomyx.io']);
    expect(await page.locator('.remedy input').count()).toBeGreaterThan(1);
    expect({ complaints, others: requests.slice(1) }).toEqual({ complaints: [], others: [] });
  });

  it('shows the way into a bundle, the box in an image and the time line of a commit', async () => {
    const { page } = await openPage(browser, pageOf({ shop: everyKind }));
    const open = async (name: string): Promise<void> => page.locator('[role=option]').filter({ hasText: name }).click();
    await open('index-B1BAirGj.js');
    expect(await page.locator('.track li').allInnerTexts()).toEqual(['.env:1 sets ATOMYX_SUBMIT_API_KEY', 'src/api.ts:6:31 reads import.meta.env.SHOP_KEY', 'dist/assets/index-B1BAirGj.js:1:927 ships it']);
    await open('request.png');
    expect(await page.locator('.picture svg').getAttribute('viewBox')).toBe('0 0 1280 720');
    expect(await page.locator('.picture svg').getAttribute('aria-label')).toBe('The key stands in 324 × 25 pixels at 196, 148 of 1280 × 720');
    await open('old.yaml');
    expect(await page.locator('.track li').allInnerTexts()).toEqual([expect.stringMatching(/^Nov 2, 2025 0123456789ab this finding$/) as string, 'Still in refs/heads/main']);
    expect(await page.locator('article').innerText()).toMatch(/In the repository for [\d,]+ days, since Nov 2, 2025\./);
  });

  it('shows hostile texts as texts', async () => {
    const { page, complaints } = await openPage(browser, pageOf({ shop: everyKind }));
    await page.locator('[role=option]').filter({ hasText: '{{7*7}}' }).click();
    expect(await page.locator('.finding__message').innerText()).toBe(hostile);
    expect(await page.locator('article b, article img').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('filters by what is pressed and typed, and keeps it in the address', async () => {
    const address = pageOf({ shop: everyKind, more: manyFindings(60, 3) });
    const { page } = await openPage(browser, address);
    expect(await count(page)).toBe('65 findings');
    await facet(page, 'clause', 'frontend').click();
    await facet(page, 'source', 'shop').click();
    expect(await count(page)).toBe('1 of 65 findings');
    await page.locator('#search').fill('ships');
    expect(await fragment(page)).toBe('#search=ships&clause=frontend&source=shop');
    await page.locator('#search').fill('no such words');
    expect(await page.locator('.nothing').innerText()).toContain('No finding fits.');
    await page.locator('.nothing button').click();
    expect(await count(page)).toBe('65 findings');
    await page.goBack();
    expect(await count(page)).toBe('0 of 65 findings');

    const linked = await openPage(browser, `${address}#search=ships&clause=frontend&source=shop`);
    expect(await count(linked.page)).toBe('1 of 65 findings');
    expect(await linked.page.locator('#search').inputValue()).toBe('ships');
  });

  it('counts for each value what choosing it would leave', async () => {
    const { page } = await openPage(browser, pageOf({ shop: everyKind }));
    await facet(page, 'confidence', 'high').click();
    expect(await page.locator('section[aria-labelledby="facet-confidence"] button').allInnerTexts()).toEqual(['certain\n1', 'high\n2', 'medium\n1', 'low\n1']);
    expect(await facet(page, 'surface', 'frontend').innerText()).toBe('frontend\n1');
    expect(await facet(page, 'surface', 'screenshot').count()).toBe(0);
  });

  it('opens the finding that an address names, and says so where it is not there', async () => {
    const address = pageOf({ shop: everyKind });
    const { page } = await openPage(browser, address);
    await page.keyboard.press('j');
    const link = page.url();
    const title = await openTitle(page);
    const other = await openPage(browser, link);
    expect(await openTitle(other.page)).toBe(title);
    const lost = await openPage(browser, `${address}#finding=ffff`);
    expect(await lost.page.locator('.notices').innerText()).toContain('The finding that this address names is not in this report.');
  });

  it('is used with the keyboard alone', async () => {
    const { page } = await openPage(browser, pageOf({ shop: everyKind }));
    const focused = (): Promise<string | null> => page.locator(':focus').getAttribute('id');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    expect(await page.locator('.steps .faint').innerText()).toBe('2 of 5');
    await page.keyboard.press('k');
    expect(await page.locator('.steps .faint').innerText()).toBe('1 of 5');
    expect(await focused()).toBe('findings');
    await page.keyboard.press('/');
    await page.keyboard.type('jk?');
    expect(await page.locator('#search').inputValue()).toBe('jk?');
    await page.locator('#search').fill('');
    await page.keyboard.press('Escape');
    expect(await focused()).toBe('findings');
    await page.keyboard.press('End');
    expect(await page.locator('.steps .faint').innerText()).toBe('5 of 5');
    expect(await page.locator('#findings').getAttribute('aria-activedescendant')).toBe('row-4');
    await page.keyboard.press('Enter');
    expect(await focused()).toBe('finding-title');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    expect(await page.locator('article').count()).toBe(0);
    await page.keyboard.press('?');
    expect(await page.locator('dialog').isVisible()).toBe(true);
    await page.locator('dialog input').click();
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    expect(await page.locator('article').count()).toBe(0);
  });

  it('remembers check marks and tells what is done', async () => {
    const { page } = await openPage(browser, pageOf({ shop: everyKind }));
    await page.locator('[role=option]').filter({ hasText: 'client.py' }).click();
    const boxes = await page.locator('.remedy input').count();
    for (let box = 0; box < boxes; box++) await page.locator('.remedy input').nth(box).click();
    expect(await facet(page, 'progress', 'done').innerText()).toBe('done\n1');
    await page.reload();
    expect(await page.locator('.remedy input:checked').count()).toBe(boxes);
    await facet(page, 'progress', 'done').click();
    expect(await count(page)).toBe('1 of 5 findings');
  });

  it('says what was not read before anything else, and never sounds clean then', async () => {
    const unread = [{ path: 'secrets/locked.env', reason: 'permission denied' }];
    const { page } = await openPage(browser, pageOf({ shop: everyKind }));
    expect(await page.locator('.notices').innerText()).toContain('This report is not complete. 1 place should have been read and was not.');
    expect(await page.locator('#unread').innerText()).toContain('secrets/locked.env permission denied');
    const headline = async (results: string): Promise<string> => (await openPage(browser, pageOf({ shop: results }))).page.locator('.empty h2').innerText();
    expect(await headline(nothingFound())).toBe('No Submit key found');
    expect(await headline(nothingFound(unread))).toBe('Nothing found, but 1 place could not be read');
    expect(await headline(nothingFound([], 0))).toBe('Nothing was read, so nothing can be said');
  });

  it('prints every finding that the filter leaves', async () => {
    const { page } = await openPage(browser, pageOf({ shop: everyKind }), { bypassCSP: true });
    await facet(page, 'clause', 'repository').click();
    await page.evaluate('dispatchEvent(new Event("beforeprint"))');
    expect(await page.locator('article h2').allInnerTexts()).toHaveLength(2);
    await page.evaluate('dispatchEvent(new Event("afterprint"))');
    expect(await page.locator('[role=listbox]').count()).toBe(1);
  });

  it.each([
    ['a wide window, light', { width: 1440, height: 900 }, 'light'],
    ['a wide window, dark', { width: 1440, height: 900 }, 'dark'],
    ['a phone', { width: 390, height: 844 }, 'dark'],
  ])('has no violation of the rules of axe in %s', async (_, viewport, colorScheme) => {
    const { page } = await openPage(browser, pageOf({ shop: everyKind, more: manyFindings(50) }), { viewport, colorScheme, bypassCSP: true });
    await page.addScriptTag({ content: axe.source });
    const violations = async (within = 'document'): Promise<readonly string[]> => page.evaluate(`axe.run(${within}).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => id + ' ' + target + ' ' + failureSummary)))`);
    expect(await violations()).toEqual([]);
    await page.keyboard.press('j');
    expect(await violations()).toEqual([]);
    for (const name of ['index-B1BAirGj.js', 'old.yaml']) {
      await page.evaluate(`(() => { const input = document.getElementById('search'); input.value = '${name}'; input.dispatchEvent(new Event('input', { bubbles: true })); })()`);
      await page.keyboard.press('j');
      expect(await violations(`'article'`)).toEqual([]);
    }
    await page.keyboard.press('?');
    expect(await violations(`'dialog'`)).toEqual([]);
  });

  it('draws only what is in view of thousands of findings, and finds its way among them', async () => {
    const { page, complaints } = await openPage(browser, pageOf({ shop: manyFindings(5000) }));
    await page.locator('[role=option]').first().waitFor();
    expect(await count(page)).toBe('5,000 findings');
    expect(await page.locator('[role=option]').count()).toBeLessThan(50);
    await page.locator('#findings').click({ position: { x: 50, y: 30 } });
    await page.keyboard.press('End');
    expect(await page.locator('.steps .faint').innerText()).toBe('5000 of 5000');
    expect(await page.locator('[role=option][aria-selected=true]').isVisible()).toBe(true);
    await page.locator('#search').fill('module-416/part-7');
    expect(await count(page)).toBe('1 of 5,000 findings');
    expect(complaints).toEqual([]);
  });
});
