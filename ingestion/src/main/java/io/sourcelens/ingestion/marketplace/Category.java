/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.marketplace;

import org.jspecify.annotations.Nullable;

/** Row of {@code marketplace.category}: a node of the tree. */
public record Category(long categoryId, @Nullable Long parentCategoryId, int level, String nameZh, String nameEn) {}
