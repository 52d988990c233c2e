// SPDX-License-Identifier: Apache-2.0
// Looks at a running shop as its visitors do: node test/shop.mjs SHOP_URL FOLDER. Prints the names that it shows, keeps a
// picture for each language and width in FOLDER, and fails when a list stays empty or is wider than the screen.
import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { launchChromium } from './chromium.mjs';

const [url, folder] = process.argv.slice(2);
const WIDTHS = { narrow: 390, wide: 1280 };

await mkdir(folder, { recursive: true });
const browser = await launchChromium();
try {
  for (const lang of ['zh', 'en']) {
    for (const [size, width] of Object.entries(WIDTHS)) {
      const page = await browser.newPage({ viewport: { width, height: 900 } });
      await page.goto(url);
      await page.locator(`.languages button[value=${lang}]`).click();
      await page.locator('sourcelens-best-sellers td.goods').first().waitFor();
      await page.locator('sourcelens-best-sellers .skeleton').waitFor({ state: 'detached' });
      const names = await page.locator('sourcelens-best-sellers td.goods').allInnerTexts();
      assert.ok(names.length >= 10, `${lang}, ${size}: ${names.length} rows`);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      assert.ok(overflow <= 0, `${lang}, ${size}: ${overflow} px wider than the screen`);
      await page.screenshot({ path: join(folder, `shop-${lang}-${size}.png`) });
      console.log(names.join('\n'));
      await page.close();
    }
  }
} finally {
  await browser.close();
}
