/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.catalogue;

import io.sourcelens.serving.openapi.OfMart;
import org.jspecify.annotations.Nullable;

/** A category of a marketplace's tree. */
@OfMart("category")
record Category(
        String categoryId,
        @Nullable String parentCategoryId,
        int level,
        @Nullable String nameZh,
        @Nullable String nameEn) {}
