// SPDX-License-Identifier: Apache-2.0
import { LitElement, html, nothing } from 'lit';
import { inTreeOrder } from './category-tree.js';
import { rankingsClient } from './client.js';
import { age, moment, percent } from './format.js';
import { message } from './message.js';
import { rankingTable, skeletonTable, undelivered } from './table.js';
import { styles } from './styles.js';
import { language, texts } from './texts.js';

const WINDOWS = [1, 7, 30];
const MEASURES = ['units', 'revenue'];
const CLOCK_MILLISECONDS = 30_000;
/** Failures that time heals; after the others the list is not shown, for it may not be the reader's any more. */
const PASSING = ['unavailable', 'unreachable'];

/**
 * Best sellers of a marketplace, for a shop page.
 *
 * Attributes: api, marketplace, token, category, window-days, ranked-by, limit, lang, refresh-seconds (0: never), theme.
 * Events: `sourcelens-change` (detail: category, windowDays, rankedBy) when the reader chooses another list,
 * `sourcelens-token-expired` when the shop should set a fresh `token`.
 * Colours and shape: the `--sourcelens-*` properties at the top of styles.js.
 */
export class SourceLensBestSellers extends LitElement {
  static styles = styles;

  static properties = {
    api: {},
    marketplace: {},
    token: {},
    category: { reflect: true },
    windowDays: { attribute: 'window-days', type: Number, reflect: true },
    rankedBy: { attribute: 'ranked-by', reflect: true },
    limit: { type: Number },
    lang: {},
    refreshSeconds: { attribute: 'refresh-seconds', type: Number },
    _list: { state: true },
    _failure: { state: true },
    _busy: { state: true },
    _categories: { state: true },
    _timeZone: { state: true },
    _now: { state: true },
  };

  #request = null;
  #timers = [];

  constructor() {
    super();
    this.api = '';
    this.marketplace = 'demo';
    this.token = '';
    this.category = 'all';
    this.windowDays = 7;
    this.rankedBy = 'units';
    this.limit = 20;
    this.lang = '';
    this.refreshSeconds = 60;
    this.#forget();
    this._now = Date.now();
  }

  connectedCallback() {
    super.connectedCallback();
    const clock = setInterval(() => (this._now = Date.now()), CLOCK_MILLISECONDS);
    this.#timers = [clock];
    if (this.refreshSeconds > 0) {
      this.#timers.push(setInterval(() => document.hidden || this.reload(), this.refreshSeconds * 1000));
    }
    if (this.hasUpdated) {
      this.reload();
    }
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#timers.forEach(clearInterval);
    this.#request?.abort();
  }

  willUpdate(changed) {
    const source = ['api', 'marketplace', 'token'].some((name) => changed.has(name));
    if (source) {
      this.#forget();
    }
    if (source || ['category', 'windowDays', 'rankedBy', 'limit'].some((name) => changed.has(name))) {
      this.reload();
    }
  }

  /** Reads the list again; the one on display stays until the new one is there. */
  async reload() {
    this.#request?.abort();
    const request = (this.#request = new AbortController());
    const wanted = this.#query();
    this._busy = true;
    try {
      const client = rankingsClient(this, request.signal);
      const [list] = await Promise.all([client.bestSellers(wanted), this.#readSurroundings(client)]);
      this.#unlessAborted(request, () => {
        this._list = { ...list, wanted };
        this._failure = null;
      });
    } catch (error) {
      this.#unlessAborted(request, () => this.#fail(error));
    }
  }

  #unlessAborted(request, action) {
    if (!request.signal.aborted) {
      this._now = Date.now();
      this._busy = false;
      action();
    }
  }

  #fail(error) {
    this._failure = { reason: error.reason ?? 'unreadable', status: error.status };
    if (!this.#showsWanted || !PASSING.includes(this._failure.reason)) {
      this._list = null;
    }
    if (this._failure.reason === 'expired') {
      this.#tell('sourcelens-token-expired', {});
    }
  }

  /** The category tree and the marketplace's time zone: without them the list is poorer, but a list. */
  async #readSurroundings(client) {
    if (this._categories && this._timeZone) {
      return;
    }
    const [categories, marketplace] = await Promise.allSettled([client.categories(), client.marketplace()]);
    this._categories = categories.value ?? this._categories;
    this._timeZone = marketplace.value?.time_zone ?? this._timeZone;
  }

  #forget() {
    this._list = null;
    this._failure = null;
    this._busy = true;
    this._categories = null;
    this._timeZone = null;
  }

  #query() {
    return {
      window_days: this.windowDays,
      category_id: this.category,
      ranked_by: this.rankedBy,
      limit: this.limit,
    };
  }

  get #showsWanted() {
    return JSON.stringify(this._list?.wanted) === JSON.stringify(this.#query());
  }

  #choose(name, value) {
    this[name] = value;
    const { category, windowDays, rankedBy } = this;
    this.#tell('sourcelens-change', { category, windowDays, rankedBy });
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }

  get #language() {
    return language(this.lang || this.closest('[lang]:not([lang=""])')?.lang);
  }

  render() {
    const words = texts[this.#language];
    return html`
      <section class="card" lang=${this.#language === 'zh' ? 'zh-CN' : 'en'} aria-labelledby="title">
        <header>
          <div class="heading">
            <h2 id="title" part="title">${words.title}</h2>
            ${this._list ? this.#asOf(words) : nothing}
          </div>
          <div class="controls">
            ${this.#choice('windowDays', words.window, WINDOWS, words.windows)}
            ${this.#choice('rankedBy', words.rankedBy, MEASURES, words.measures)} ${this.#categoryChoice(words)}
          </div>
        </header>
        <p class="unseen" role="status">${this.#announcement(words)}</p>
        ${this.#body(words)}
      </section>
    `;
  }

  #body(words) {
    if (this._failure && !this._list) {
      return message('failure', words.failure[this._failure.reason], this._failure.status, {
        label: words.retry,
        action: () => this.reload(),
      });
    }
    if (!this._list) {
      return skeletonTable(words);
    }
    if (this._list.items.length === 0) {
      return message('empty', words.empty);
    }
    return html`
      ${this._failure ? html`<p class="stale" role="alert">${words.stale} ${words.failure[this._failure.reason].title}</p>` : nothing}
      ${rankingTable(this._list, this.#language, !this.#showsWanted)} ${this.#footer(words)}
    `;
  }

  #asOf(words) {
    const { as_of: asOf, maturity } = this._list;
    const zone = this._timeZone ?? 'UTC';
    const { freshness, words: ago } = age(asOf, this._now, this.#language);
    return html`
      <p class="as-of">
        <span class="dot ${freshness}" aria-hidden="true"></span>${words.asOf}
        <time datetime=${asOf}>${moment(asOf, zone, this.#language)}</time> (${zone}) · ${ago}${soFar(maturity, this._list.window_days, this.#language)}
      </p>
    `;
  }

  #choice(name, legend, values, labels) {
    return html`
      <fieldset>
        <legend class="unseen">${legend}</legend>
        ${values.map(
          (value) => html`
            <label>
              <input
                type="radio"
                name=${name}
                .checked=${this[name] === value}
                @change=${() => this.#choose(name, value)}
              /><span>${labels[value]}</span>
            </label>
          `,
        )}
      </fieldset>
    `;
  }

  #categoryChoice(words) {
    if (!this._categories || this._categories.length === 0) {
      return nothing;
    }
    const named = inTreeOrder(this._categories).map(({ category_id: id, level, ...names }) => ({
      id,
      label: `${'\u2003'.repeat(level - 1)}${names[`name_${this.#language}`] ?? names.name_zh ?? names.name_en ?? id}`,
    }));
    return html`
      <span class="select">
        <select aria-label=${words.category} @change=${(event) => this.#choose('category', event.target.value)}>
          <option value="all" .selected=${this.category === 'all'}>${words.allCategories}</option>
          ${named.map(({ id, label }) => html`<option value=${id} .selected=${this.category === id}>${label}</option>`)}
        </select>
      </span>
    `;
  }

  #footer(words) {
    const reasons = undelivered(this._list.items).map((field) => words.missing[field]);
    if (this._categories?.length === 0) {
      reasons.push(words.missing.categories);
    }
    return html`
      <footer>
        <p>${words.legend}</p>
        ${reasons.length > 0 ? html`<ul>${reasons.map((reason) => html`<li>${reason}</li>`)}</ul>` : nothing}
      </footer>
    `;
  }

  #announcement(words) {
    if (this._busy && !this.#showsWanted) {
      return words.loading;
    }
    return this._list?.items.length > 0 ? words.loaded(this._list.items.length) : nothing;
  }
}

/** How much of the window has passed; an empty list knows nothing of it. */
function soFar(maturity, windowDays, language) {
  if (maturity === null || maturity === undefined) {
    return nothing;
  }
  const words = texts[language];
  return ` · ${maturity < 1 ? words.soFar[windowDays](percent(maturity, language)) : words.complete}`;
}

customElements.define('sourcelens-best-sellers', SourceLensBestSellers);
