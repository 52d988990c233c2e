// SPDX-License-Identifier: Apache-2.0

const LOCALES = { zh: 'zh-CN', en: 'en-GB' };
const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const AGE_UNITS = [
  ['year', 365.25 * DAY],
  ['month', 30.44 * DAY],
  ['day', DAY],
  ['hour', HOUR],
  ['minute', MINUTE],
];

export function locale(language) {
  return LOCALES[language];
}

/** Whole numbers with the language's grouping. */
export function count(value, language) {
  return new Intl.NumberFormat(locale(language)).format(value);
}

/**
 * An amount in minor units as people read it. The currency says how many digits are minor (CNY 2, JPY 0, KWD 3).
 * The decimal is put together as text, so that no amount loses a fen to floating point.
 */
export function money(minor, currency, language) {
  const options = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' };
  const format = new Intl.NumberFormat(locale(language), options);
  return format.format(decimal(BigInt(minor), format.resolvedOptions().maximumFractionDigits));
}

function decimal(minor, digits) {
  const sign = minor < 0n ? '-' : '';
  const text = (minor < 0n ? -minor : minor).toString().padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits);
  return digits === 0 ? `${sign}${whole}` : `${sign}${whole}.${text.slice(-digits)}`;
}

/** A share as a percentage, cut and not rounded: 99.97 % passed is not "100 %". */
export function percent(share, language) {
  const cut = share < 1 ? Math.min(Math.floor(share * 100) / 100, 0.99) : 1;
  return new Intl.NumberFormat(locale(language), { style: 'percent' }).format(cut);
}

/** A moment in the marketplace's own time. */
export function moment(instant, timeZone, language) {
  return new Intl.DateTimeFormat(locale(language), { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(
    new Date(instant),
  );
}

/**
 * How long ago a moment was, in the largest unit that fits.
 *
 * @param {string} instant ISO 8601
 * @param {number} now milliseconds since the epoch
 * @returns {{freshness: 'live' | 'today' | 'old', words: string}}
 */
export function age(instant, now, language) {
  const seconds = Math.max(0, Math.floor((now - Date.parse(instant)) / 1000));
  const freshness = seconds < 15 * MINUTE ? 'live' : seconds < DAY ? 'today' : 'old';
  const format = new Intl.RelativeTimeFormat(locale(language), { numeric: 'auto' });
  const [unit, size] = AGE_UNITS.find(([, size]) => seconds >= size) ?? ['second', 1];
  return { freshness, words: format.format(-Math.floor(seconds / size), unit) };
}
