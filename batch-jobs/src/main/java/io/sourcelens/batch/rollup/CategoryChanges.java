/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.rollup;

import io.sourcelens.batch.lake.Lake;
import io.sourcelens.batch.lake.Notes;
import io.sourcelens.batch.lake.TableChanges;
import io.sourcelens.batch.marketplace.CategoryTree;
import io.sourcelens.schema.LakeTable;
import io.sourcelens.schema.Schemas;
import java.util.Optional;
import org.apache.iceberg.Table;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Whether skus moved to other categories since a rollup looked.
 *
 * @param everything the tree itself changed, or what the rollup knew is gone
 * @param skus skus whose category is another one now, or that were deleted; empty if there are none
 */
record CategoryChanges(boolean everything, Optional<Dataset<Row>> skus, long skuVersion, String tree) {

    static CategoryChanges since(Lake lake, Notes notes, CategoryTree categories) {
        Table skus = lake.ensure(LakeTable.core(Schemas.entity("sku")));
        long skuVersion = Lake.version(skus);
        String tree = categories.fingerprint();
        if (!notes.text("category-tree").equals(Optional.of(tree))) {
            return new CategoryChanges(true, Optional.empty(), skuVersion, tree);
        }
        Optional<Long> known = notes.number("core.sku");
        if (known.equals(Optional.of(skuVersion))) {
            return new CategoryChanges(false, Optional.empty(), skuVersion, tree);
        }
        Optional<Dataset<Row>> moved = known.flatMap(version -> TableChanges.rowsSince(
                lake, skus, "core.sku", version, "marketplace", "sku_id", "category_id", "deleted"));
        return new CategoryChanges(moved.isEmpty(), moved, skuVersion, tree);
    }

    boolean none() {
        return !everything && skus.isEmpty();
    }

    Notes note(Notes notes) {
        return notes.with("core.sku", skuVersion).with("category-tree", tree);
    }
}
