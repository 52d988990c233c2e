// SPDX-License-Identifier: Apache-2.0

const PATIENCE_MILLISECONDS = 15_000;

/** What kept the rankings from being read; `reason` is one of the keys of the texts' `failure`. */
export class RankingsError extends Error {
  constructor(reason, status, cause) {
    super(`Cannot read the rankings: ${reason}${status ? ` (${status})` : ''}`, { cause });
    this.reason = reason;
    this.status = status;
  }
}

const REASON_BY_STATUS = { 401: 'expired', 403: 'forbidden', 404: 'unknown' };

function reasonFor(status) {
  return REASON_BY_STATUS[status] ?? (status >= 500 || status === 429 ? 'unavailable' : 'refused');
}

async function get(url, token, signal) {
  const headers = { Accept: 'application/json', ...(token && { Authorization: `Bearer ${token}` }) };
  let response;
  try {
    response = await fetch(url, { headers, signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MILLISECONDS)]) });
  } catch (error) {
    throw new RankingsError('unreachable', null, error);
  }
  if (!response.ok) {
    throw new RankingsError(reasonFor(response.status), response.status);
  }
  try {
    return await response.json();
  } catch (error) {
    throw new RankingsError('unreadable', response.status, error);
  }
}

/** The part of the serving API that the storefront reads. */
export function rankingsClient({ api, token, marketplace }, signal) {
  const root = `${api.replace(/\/+$/, '')}/v1/marketplaces`;
  const own = `${root}/${encodeURIComponent(marketplace)}`;
  return {
    bestSellers: (query) => get(`${own}/best-sellers?${new URLSearchParams(query)}`, token, signal),
    categories: async () => entries(await get(`${own}/categories`, token, signal)),
    marketplace: async () =>
      entries(await get(root, token, signal)).find((entry) => entry.marketplace === marketplace) ?? null,
  };
}

function entries(body) {
  return Array.isArray(body) ? body : (body.items ?? []);
}
