// SPDX-License-Identifier: Apache-2.0
// A shop as anybody might have it: it loads the component from the data service and places one element.

const texts = {
  zh: {
    shop: '小满好物', sections: '栏目', bestSellers: '热销', arrivals: '新品', home: '家居', gifts: '礼物',
    marketplace: '货源站', demo: '演示货源站', onlineRetail: 'Online Retail（英国历史数据）', language: '语言',
    eyebrow: '小满好物 · 源头直发', headline: '大家正在买什么', lead: '榜单来自真实订单，名次、变化与截至时间都写清楚。选货之前，先看看它。',
    promises: '我们的承诺', direct: '源头直发', directWords: '由供应商直接打包发货，不经中转仓。',
    returns: '七天无理由', returnsWords: '签收后七天内可退，运费规则写在商品页。',
    honest: '数据说实话', honestWords: '没有的数据写“—”和原因，从不写成 0。',
    notice: '演示店铺。热销榜组件由 SourceLens 提供。',
    trouble: '榜单组件没有加载成功：数据服务没有回答。正在重试……',
  },
  en: {
    shop: 'Xiaoman Goods', sections: 'Sections', bestSellers: 'Best sellers', arrivals: 'New in', home: 'Home', gifts: 'Gifts',
    marketplace: 'Marketplace', demo: 'Demo marketplace', onlineRetail: 'Online Retail (UK history)', language: 'Language',
    eyebrow: 'Xiaoman Goods · straight from the maker', headline: 'What people buy now', lead: 'Ranked from real orders, with every change and the time the figures are from. Look here before you choose what to list.',
    promises: 'Our promises', direct: 'Straight from the maker', directWords: 'Suppliers pack and ship to your door, no stop on the way.',
    returns: 'Seven days to return', returnsWords: 'Send it back within seven days; who pays the freight is on every page.',
    honest: 'Honest figures', honestWords: 'What is not known is a dash with the reason, never a zero.',
    notice: 'A demo shop. The best-seller list is a SourceLens component.',
    trouble: 'The ranking did not load: the data service does not answer. Trying again…',
  },
};
const RETRY_MILLISECONDS = 5_000;

const configuration = await (await fetch('/configuration.json')).json();
const address = new URL(location.href);
const choice = {
  lang: address.searchParams.get('lang') ?? (navigator.language.startsWith('zh') ? 'zh' : 'en'),
  marketplace: address.searchParams.get('marketplace') ?? 'demo',
};

const ranking = document.querySelector('#ranking');
const component = document.createElement('sourcelens-best-sellers');
component.setAttribute('api', configuration.api);
component.setAttribute('window-days', '7');

function show() {
  const words = texts[choice.lang] ?? texts.en;
  document.documentElement.lang = choice.lang;
  document.title = words.shop;
  document.querySelectorAll('[data-text]').forEach((element) => (element.textContent = words[element.dataset.text]));
  document.querySelectorAll('[data-label]').forEach((element) => element.setAttribute('aria-label', words[element.dataset.label]));
  document.querySelectorAll('.languages button').forEach((button) => button.setAttribute('aria-pressed', String(button.value === choice.lang)));
  document.querySelector('#marketplace').value = choice.marketplace;
  component.setAttribute('lang', choice.lang);
  component.setAttribute('category', 'all');
  component.setAttribute('marketplace', choice.marketplace);
  component.setAttribute('token', configuration.tokens[choice.marketplace] ?? configuration.token);
}

function choose(changes) {
  Object.assign(choice, changes);
  Object.entries(choice).forEach(([name, value]) => address.searchParams.set(name, value));
  history.replaceState(null, '', address);
  show();
}

async function loadComponent() {
  try {
    await import(`${configuration.api}/storefront/sourcelens-best-sellers.js?${Date.now()}`);
    ranking.replaceChildren(component);
  } catch {
    const trouble = Object.assign(document.createElement('p'), { className: 'trouble', role: 'alert' });
    trouble.dataset.text = 'trouble';
    ranking.replaceChildren(trouble);
    setTimeout(loadComponent, RETRY_MILLISECONDS);
    show();
  }
}

document.querySelector('#marketplace').addEventListener('change', (event) => choose({ marketplace: event.target.value }));
document.querySelector('.languages').addEventListener('click', (event) => event.target.value && choose({ lang: event.target.value }));
show();
await loadComponent();
