// SPDX-License-Identifier: Apache-2.0

/** Parents before their children, siblings as they came; a category whose parent is unknown stands at the root. */
export function inTreeOrder(categories) {
  const ids = new Set(categories.map((category) => category.category_id));
  const childrenOf = (parent) =>
    categories
      .filter(({ parent_category_id: id }) => (ids.has(id) ? id : null) === parent)
      .flatMap((category) => [category, ...childrenOf(category.category_id)]);
  return childrenOf(null);
}
