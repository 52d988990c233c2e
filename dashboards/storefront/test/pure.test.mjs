// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inTreeOrder } from '../src/category-tree.js';
import { age, count, moment, money, percent } from '../src/format.js';
import { rankChange } from '../src/rank-change.js';
import { language, texts } from '../src/texts.js';

const NOON = Date.parse('2026-11-22T12:00:00Z');

test('a smaller rank than before is a rise', () => {
  assert.deepEqual(rankChange(2, 5), { direction: 'up', places: 3 });
  assert.deepEqual(rankChange(5, 2), { direction: 'down', places: 3 });
  assert.deepEqual(rankChange(4, 4), { direction: 'same', places: 0 });
});

test('what was not ranked before is new, whatever its rank', () => {
  assert.deepEqual(rankChange(1, null), { direction: 'new', places: 0 });
  assert.deepEqual(rankChange(20, undefined), { direction: 'new', places: 0 });
});

test('minor units become the currency’s own digits', () => {
  assert.equal(money(123456, 'CNY', 'zh'), '¥1,234.56');
  assert.equal(money(5, 'GBP', 'en'), '£0.05');
  assert.equal(money(1234, 'JPY', 'en'), '¥1,234');
  assert.equal(money(1234567, 'KWD', 'en').replace(/[^\d.,]/g, ''), '1,234.567');
  assert.equal(money(-50, 'GBP', 'en'), '-£0.50');
});

test('large amounts keep their last digit', () => {
  assert.equal(money(9007199254740991, 'GBP', 'en'), '£90,071,992,547,409.91');
});

test('counts are grouped', () => {
  assert.equal(count(1234567, 'zh'), '1,234,567');
});

test('a share below one is never shown as all', () => {
  assert.equal(percent(0.9999, 'en'), '99%');
  assert.equal(percent(0.627, 'zh'), '62%');
  assert.equal(percent(1, 'en'), '100%');
});

test('age is told in the largest unit that fits', () => {
  assert.deepEqual(age('2026-11-22T11:57:10Z', NOON, 'en'), { freshness: 'live', words: '2 minutes ago' });
  assert.deepEqual(age('2026-11-22T04:00:00Z', NOON, 'zh'), { freshness: 'today', words: '8小时前' });
  assert.deepEqual(age('2010-12-09T20:01:00Z', NOON, 'en'), { freshness: 'old', words: '15 years ago' });
  assert.equal(age('2026-11-22T12:00:00Z', NOON, 'en').words, 'now');
});

test('a moment in the future counts as now', () => {
  assert.equal(age('2026-11-22T12:00:30Z', NOON, 'zh').words, '现在');
});

test('as-of times are told in the marketplace’s own time', () => {
  assert.equal(moment('2026-11-22T20:01:00Z', 'Asia/Shanghai', 'en'), '23 Nov 2026, 04:01');
});

test('categories come as a tree, children below their parents', () => {
  const category = (category_id, parent_category_id) => ({ category_id, parent_category_id });
  const ordered = inTreeOrder([category('21', '2'), category('1', null), category('2', null), category('11', '1'), category('9', 'gone')]);
  assert.deepEqual(ordered.map((entry) => entry.category_id), ['1', '11', '2', '21', '9']);
});

test('every script of Chinese reads Chinese, everything else English', () => {
  assert.equal(language('zh-Hant-TW'), 'zh');
  assert.equal(language('ZH'), 'zh');
  assert.equal(language('de'), 'en');
  assert.equal(language(undefined), 'en');
});

test('both languages say the same things', () => {
  const keys = (value) => (typeof value === 'object' ? Object.entries(value).map(([key, inner]) => [key, keys(inner)]) : null);
  assert.deepEqual(keys(texts.zh), keys(texts.en));
});
