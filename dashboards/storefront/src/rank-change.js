// SPDX-License-Identifier: Apache-2.0

/**
 * How a rank compares with the one in the same list a day before.
 *
 * @param {number} rank position from 1
 * @param {number | null} previousRank null if it was not ranked then
 * @returns {{direction: 'new' | 'up' | 'down' | 'same', places: number}} places moved, never negative
 */
export function rankChange(rank, previousRank) {
  if (previousRank === null || previousRank === undefined) {
    return { direction: 'new', places: 0 };
  }
  const places = previousRank - rank;
  if (places === 0) {
    return { direction: 'same', places };
  }
  return places > 0 ? { direction: 'up', places } : { direction: 'down', places: -places };
}
