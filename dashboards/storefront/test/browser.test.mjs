// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { after, afterEach, before, test } from 'node:test';
import { launchChromium } from './chromium.mjs';
import { startFixtureServer } from './fixture-server.mjs';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const LANGUAGES = ['zh', 'en'];
const WIDTHS = [360, 1280];

let fixture;
let browser;
let page;
let complaints;

before(async () => {
  fixture = await startFixtureServer();
  browser = await launchChromium();
});
after(async () => {
  await browser?.close();
  await fixture?.stop();
});
afterEach(async () => {
  await page?.close();
});

async function open(attributes = {}, { width = 1280, answer = 'data', colorScheme = 'light' } = {}) {
  fixture.state.answer = answer;
  fixture.state.requests = [];
  page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme, reducedMotion: 'reduce' });
  complaints = [];
  page.on('console', (entry) => /Content Security Policy/.test(entry.text()) && complaints.push(entry.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  const query = new URLSearchParams({ marketplace: 'demo', token: 'a-token', lang: 'en', ...attributes });
  await page.goto(`${fixture.url}/page?${query}`);
  await page.locator('sourcelens-best-sellers .skeleton').waitFor({ state: 'detached' });
  return page;
}

const cells = (column) => page.locator(`td.${column}`).allInnerTexts();
const text = (selector) => page.locator(`sourcelens-best-sellers ${selector}`).first().innerText();
const heading = { zh: '热销榜', en: 'Best sellers' };

test('asks for the list that the attributes name, with the token', async () => {
  await open({ category: '11', 'window-days': '30', 'ranked-by': 'revenue' });
  const request = fixture.state.requests.find(({ path }) => path.endsWith('/best-sellers'));
  assert.equal(request.path, '/v1/marketplaces/demo/best-sellers');
  assert.deepEqual(Object.fromEntries(request.query), {
    window_days: '30',
    category_id: '11',
    ranked_by: 'revenue',
    limit: '20',
  });
  assert.equal(request.authorization, 'Bearer a-token');
});

for (const lang of LANGUAGES) {
  for (const width of WIDTHS) {
    for (const colorScheme of ['light', 'dark']) {
      test(`is accessible and fits: ${lang}, ${width} px, ${colorScheme}`, async () => {
        await open({ lang }, { width, colorScheme });
        assert.equal(await text('h2'), heading[lang]);
        assert.deepEqual(await cutOff(), []);
        assert.deepEqual(await violations(), []);
      });
    }
  }
}

test('works in a shop that allows neither inline styles nor inline scripts', async () => {
  await open();
  assert.equal(await page.locator('.bar rect').count(), 12);
  assert.deepEqual(complaints, []);
});

test('shows rank, change with the previous rank, orders, units and revenue', async () => {
  await open();
  assert.equal((await cells('rank'))[1], '2');
  assert.match((await cells('change'))[1], /▲ 2[\s\S]*was 4/);
  assert.match((await cells('change'))[2], /▼ 1[\s\S]*was 2/);
  assert.match((await cells('change'))[3], /New/);
  assert.match((await cells('goods'))[0], /Stainless steel vacuum flask 500 ml/);
  assert.equal((await cells('orders'))[0], '1,280');
  assert.match((await cells('units'))[0], /^1,514/);
  assert.equal((await cells('revenue'))[0], '¥90,839.90');
});

test('tells as-of time, age and how much of the day has passed', async () => {
  await open({ 'window-days': '1', lang: 'zh' });
  assert.match(await text('.as-of'), /数据截至 .*\(Asia\/Shanghai\) · 3分钟前 · 当日至今：这一天已过 62%/);
});

test('what a marketplace does not deliver is a dash with the reason, never 0', async () => {
  await open({ marketplace: 'online-retail' });
  assert.match((await cells('goods'))[0], /supplier —/);
  assert.match((await cells('orders'))[2], /^—/);
  assert.match((await cells('goods'))[3], /1153/);
  assert.match(await text('footer'), /Supplier: this marketplace does not deliver suppliers/);
  assert.match(await text('footer'), /does not deliver categories/);
  assert.equal((await cells('revenue'))[0], '£90,839.90');
  assert.deepEqual(await violations(), []);
});

test('an empty list is said in words', async () => {
  await open({ lang: 'zh' }, { answer: 'empty' });
  assert.match(await text('.message'), /暂无销售/);
  assert.doesNotMatch(await text('.as-of'), /%/);
  assert.deepEqual(await violations(), []);
});

test('an expired token is said in words, and the shop is told', async () => {
  await open({}, { answer: 401 });
  assert.match(await text('.message'), /Your access has expired \(401\)/);
  const told = page.evaluate(
    () => new Promise((resolve) => document.addEventListener('sourcelens-token-expired', () => resolve(true))),
  );
  await page.getByRole('button', { name: 'Try again' }).click();
  assert.equal(await told, true);
});

test('a fresh token brings the list back', async () => {
  await open({}, { answer: 401 });
  fixture.state.answer = 'data';
  await page.locator('sourcelens-best-sellers').evaluate((element) => (element.token = 'another-token'));
  await page.locator('td.rank').first().waitFor();
  assert.equal(fixture.state.requests.at(-1).authorization, 'Bearer another-token');
});

test('a failing service is said in words and tried again by hand', async () => {
  await open({}, { answer: 503 });
  assert.match(await text('.message'), /can’t be read right now \(503\)/);
  fixture.state.answer = 'data';
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.locator('td.rank').first().waitFor();
});

test('a list that could not be refreshed stays, and says so', async () => {
  await open();
  fixture.state.answer = 503;
  await page.locator('sourcelens-best-sellers').evaluate((element) => element.reload());
  assert.match(await text('.stale'), /Could not refresh/);
  assert.equal((await cells('rank')).length, 12);
});

test('a list of another window is never passed off as the one asked for', async () => {
  await open();
  fixture.state.answer = 503;
  await page.getByRole('radio', { name: '30 days' }).check();
  await page.locator('.message').waitFor();
  assert.equal((await cells('rank')).length, 0);
});

test('window and category are chosen by keyboard', async () => {
  await open();
  const chosen = page.evaluate(
    () => new Promise((resolve) => document.addEventListener('sourcelens-change', (event) => resolve(event.detail))),
  );
  await page.getByRole('radio', { name: '7 days' }).focus();
  await page.keyboard.press('ArrowRight');
  assert.deepEqual(await chosen, { category: 'all', windowDays: 30, rankedBy: 'units' });
  await page.getByRole('combobox', { name: 'Category' }).selectOption({ value: '11' });
  await page.locator('table[aria-busy=false]').waitFor();
  const request = fixture.state.requests.filter(({ path }) => path.endsWith('/best-sellers')).at(-1);
  assert.equal(request.query.get('category_id'), '11');
  assert.equal(request.query.get('window_days'), '30');
});

test('the shop’s own colours reach the component', async () => {
  await open();
  await page
    .locator('sourcelens-best-sellers')
    .evaluate((element) => element.style.setProperty('--sourcelens-surface', 'rgb(1, 2, 3)'));
  const surface = await page.locator('.card').evaluate((card) => getComputedStyle(card).backgroundColor);
  assert.equal(surface, 'rgb(1, 2, 3)');
});

/** Elements that reach beyond the page or beyond the component's card, which would hide them. */
function cutOff() {
  return page.evaluate(() => {
    const root = document.querySelector('sourcelens-best-sellers').shadowRoot;
    const right = root.querySelector('.card').getBoundingClientRect().right;
    const beyond = [...root.querySelectorAll('td, td *, header *')].filter(
      (element) => element.getBoundingClientRect().right > right + 0.5,
    );
    const wide = document.documentElement.scrollWidth > window.innerWidth ? ['the page scrolls sideways'] : [];
    return [...wide, ...beyond.map((element) => `${element.className || element.localName}: ${element.textContent}`)];
  });
}

async function violations() {
  await page.evaluate(axe);
  const result = await page.evaluate(() => globalThis.axe.run(document));
  return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
}
