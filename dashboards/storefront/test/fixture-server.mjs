// SPDX-License-Identifier: Apache-2.0
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';

const GOODS = [
  ['不锈钢保温杯 500ml', 'Stainless steel vacuum flask 500 ml'],
  ['纯棉四件套 1.8 米床', 'Cotton bedding set, four pieces, 1.8 m bed'],
  ['蓝牙降噪耳机', 'Noise-cancelling Bluetooth earphones'],
  ['儿童防滑雨靴', 'Children’s non-slip rain boots'],
  ['厨房硅胶铲勺套装', 'Silicone kitchen utensil set'],
  ['便携式挂烫机', 'Portable garment steamer'],
  ['每日坚果混合装 30 包', 'Daily mixed nuts, 30 sachets'],
  ['加厚珊瑚绒睡衣', 'Thick coral fleece pyjamas'],
  ['桌面手机支架', 'Desk phone stand'],
  ['大容量帆布托特包', 'Large canvas tote bag'],
  ['香薰蜡烛礼盒', 'Scented candle gift box'],
  ['猫咪自动饮水机', 'Automatic cat fountain'],
];
const PREVIOUS = [1, 4, 2, null, 3, 5, 12, 8, 6, 9, null, 10];

const item = (name, index, list) => ({
  rank: index + 1,
  previous_rank: PREVIOUS[index],
  sku_id: `${1042 + index * 37}`,
  name_zh: name[0],
  name_en: name[1],
  match_group_id: null,
  supplier_id: `${17 + index * 3}`,
  orders: 1280 - index * 93,
  units: 1514 - index * 118,
  sale_revenue_minor: 9_083_990 - index * 431_207,
  ...list.item?.(index),
});

const LISTS = {
  demo: { currency: 'CNY', time_zone: 'Asia/Shanghai' },
  'online-retail': {
    currency: 'GBP',
    time_zone: 'Europe/London',
    as_of: '2010-12-09T20:01:00Z',
    item: (index) => ({
      supplier_id: null,
      name_zh: null,
      name_en: index === 3 ? null : `${GOODS[index][1].toUpperCase()}`,
      orders: index === 2 ? null : 900 - index * 40,
    }),
  },
};

const CATEGORIES = [
  { category_id: '1', parent_category_id: null, level: 1, name_zh: '家居日用', name_en: 'Home' },
  { category_id: '2', parent_category_id: null, level: 1, name_zh: '数码', name_en: 'Electronics' },
  { category_id: '11', parent_category_id: '1', level: 2, name_zh: '厨房用品', name_en: 'Kitchenware' },
];

/**
 * The serving API's contract with fixed answers. `state.answer` of 'data', 'empty', or an HTTP status to fail with.
 * Also serves the built bundle and, under a strict content security policy, one page that embeds it.
 */
export async function startFixtureServer({ now = () => Date.now() } = {}) {
  const state = { answer: 'data', requests: [] };
  const server = createServer((request, response) => answer(request, response, state, now()));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${server.address().port}`;
  return { url, state, stop: () => new Promise((resolve) => server.close(resolve) && server.closeAllConnections()) };
}

async function answer(request, response, state, now) {
  const url = new URL(request.url, 'http://fixture');
  const send = (status, type, body) => {
    response.writeHead(status, {
      'Content-Type': type,
      'Content-Security-Policy': "default-src 'self'",
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Headers': 'authorization',
    });
    response.end(body);
  };
  const json = (body) => send(200, 'application/json', JSON.stringify(body));
  if (request.method === 'OPTIONS') {
    return send(204, 'text/plain', '');
  }
  if (url.pathname === '/storefront/sourcelens-best-sellers.js') {
    return send(200, 'text/javascript', await readFile(new URL('../dist/sourcelens-best-sellers.js', import.meta.url)));
  }
  if (url.pathname === '/page') {
    return send(200, 'text/html; charset=utf-8', page(url.searchParams));
  }
  const [, , marketplaces, marketplace, view] = url.pathname.split('/');
  if (marketplaces !== 'marketplaces') {
    return send(404, 'text/plain', '');
  }
  state.requests.push({ path: url.pathname, query: url.searchParams, authorization: request.headers.authorization });
  if (typeof state.answer === 'number') {
    return send(state.answer, 'application/problem+json', JSON.stringify({ status: state.answer }));
  }
  if (!marketplace) {
    return json(Object.entries(LISTS).map(([id, list]) => ({ marketplace: id, name: id, time_zone: list.time_zone, currency: list.currency })));
  }
  if (view === 'categories') {
    return json(marketplace === 'demo' ? CATEGORIES : []);
  }
  return json(bestSellers(marketplace, url.searchParams, state, now));
}

function bestSellers(marketplace, query, state, now) {
  const list = LISTS[marketplace];
  return {
    marketplace,
    window_days: Number(query.get('window_days')),
    category_id: query.get('category_id'),
    ranked_by: query.get('ranked_by'),
    currency: list.currency,
    as_of: list.as_of ?? new Date(now - 3 * 60_000).toISOString(),
    run_id: 'run-1',
    maturity: state.answer === 'empty' ? null : query.get('window_days') === '1' ? 0.627 : 0.9468,
    items: state.answer === 'empty' ? [] : GOODS.map((name, index) => item(name, index, list)),
  };
}

function page(query) {
  const attributes = [...query].map(([name, value]) => `${name}="${value}"`).join(' ');
  return `<!doctype html>
<html lang="${query.get('lang') ?? 'en'}">
  <head>
    <title>Fixture shop</title>
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <script type="module" src="/storefront/sourcelens-best-sellers.js"></script>
  </head>
  <body>
    <main><h1>Shop</h1><sourcelens-best-sellers api="" ${attributes}></sourcelens-best-sellers></main>
  </body>
</html>`;
}
