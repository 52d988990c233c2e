// SPDX-License-Identifier: Apache-2.0
import { html, nothing, svg } from 'lit';
import { count, money } from './format.js';
import { rankChange } from './rank-change.js';
import { texts } from './texts.js';

const COLUMNS = ['rank', 'change', 'goods', 'orders', 'units', 'revenue'];
const NUMBERS = ['orders', 'units', 'revenue'];
const SKELETON_ROWS = 8;
const MEASURE_FIELD = { units: 'units', revenue: 'sale_revenue_minor' };

/** The parts of the items that the marketplace left out, as keys of the texts' `missing`. */
export function undelivered(items) {
  const fields = ['supplier_id', 'orders', 'units', 'sale_revenue_minor'];
  const missing = fields.filter((field) => items.some((item) => absent(item[field])));
  return items.some((item) => absent(item.name_zh) && absent(item.name_en)) ? ['name', ...missing] : missing;
}

function absent(value) {
  return value === null || value === undefined;
}

export function rankingTable(list, language, busy) {
  const words = texts[language];
  const most = Math.max(1, ...list.items.map((item) => item[MEASURE_FIELD[list.ranked_by]] ?? 0));
  return html`
    <table role="table" aria-labelledby="title" aria-busy=${busy}>
      ${head(words)}
      <tbody role="rowgroup">
        ${list.items.map((item) => row(item, list, most, language, words))}
      </tbody>
    </table>
  `;
}

export function skeletonTable(words) {
  const cells = COLUMNS.map((column) => html`<td class=${classes(column)}><i></i></td>`);
  return html`
    <table class="skeleton" aria-hidden="true">
      ${head(words)}
      <tbody>
        ${Array.from({ length: SKELETON_ROWS }, () => html`<tr>${cells}</tr>`)}
      </tbody>
    </table>
  `;
}

function head(words) {
  return html`
    <thead role="rowgroup">
      <tr role="row">
        ${COLUMNS.map(
          (column) => html`
            <th role="columnheader" scope="col" class=${NUMBERS.includes(column) ? 'number' : nothing}>
              ${words.columns[column]}
            </th>
          `,
        )}
      </tr>
    </thead>
  `;
}

function classes(column) {
  return NUMBERS.includes(column) ? `${column} number` : column;
}

function row(item, list, most, language, words) {
  const shareBar = bar((item[MEASURE_FIELD[list.ranked_by]] ?? 0) / most);
  const rankClass = item.rank === 1 ? 'podium first' : item.rank <= 3 ? 'podium' : '';
  const number = (value) => count(value, language);
  return html`
    <tr role="row">
      <td role="cell" class="rank ${rankClass}"><b>${item.rank}</b></td>
      <td role="cell" class="change">${change(item, words)}</td>
      <td role="cell" class="goods">${goods(item, language, words)}</td>
      <td role="cell" class="orders number">
        ${present(item, 'orders', words, (value) => wideAndShort(number(value), words.ordersShort(number(value))))}
      </td>
      <td role="cell" class="units number">
        ${present(item, 'units', words, (value) => html`${number(value)} <span class="short">${words.unitsShort}</span>`)}
        ${list.ranked_by === 'units' ? shareBar : nothing}
      </td>
      <td role="cell" class="revenue number">
        ${present(item, 'sale_revenue_minor', words, (value) => money(value, list.currency, language))}
        ${list.ranked_by === 'revenue' ? shareBar : nothing}
      </td>
    </tr>
  `;
}

/** Drawn, not styled: a shop's content security policy may refuse style attributes. */
function bar(share) {
  return html`
    <svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
      ${svg`<rect x=${100 - share * 100} width=${share * 100} height="4" />`}
    </svg>
  `;
}

function change(item, words) {
  const { direction, places } = rankChange(item.rank, item.previous_rank);
  return html`
    <span class=${direction} aria-hidden="true">${words.change[direction](places)}</span>
    <span class="unseen">${words.changeWords[direction](places)}</span>
    ${places > 0 ? html`<small>${words.previously(item.previous_rank)}</small>` : nothing}
  `;
}

function goods(item, language, words) {
  const name = item[`name_${language}`] ?? item.name_zh ?? item.name_en ?? item.sku_id;
  const supplier = absent(item.supplier_id) ? dash(words) : item.supplier_id;
  return html`<strong>${name}</strong><small>${item.sku_id} · ${words.supplier} ${supplier}</small>`;
}

/** The figure alone where columns have heads, with its unit where they have not. */
function wideAndShort(wide, short) {
  return html`<span class="wide">${wide}</span><span class="short">${short}</span>`;
}

/** A value that is not known is a dash with its reason, never 0. */
function present(item, field, words, show) {
  const column = words.columns[field] ?? words.columns.revenue;
  return absent(item[field]) ? html`${dash(words)}<span class="short"> ${column}</span>` : show(item[field]);
}

function dash(words) {
  return html`<span title=${words.missingShort}
    ><span aria-hidden="true">—</span><span class="unseen">${words.missingShort}</span></span
  >`;
}
