/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.stock;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;

import io.sourcelens.batch.lake.Lake;
import io.sourcelens.batch.lake.Notes;
import io.sourcelens.batch.marketplace.Marketplaces;
import io.sourcelens.batch.mart.Basis;
import io.sourcelens.batch.mart.MartResult;
import io.sourcelens.schema.LakeTable;
import io.sourcelens.schema.Schemas;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Keeps {@code mart.listing} up to date: by it a seller's view of stock finds the seller's skus. */
public final class ListingTable {
    private static final LakeTable TABLE = LakeTable.mart(Schemas.mart("listing"));

    private final Lake lake;

    public ListingTable(Lake lake) {
        this.lake = lake;
    }

    /** Copies listings if any changed. */
    public MartResult refresh(Basis basis) {
        Notes now = Notes.NONE
                .with("core.listing", Lake.version(lake.find("core.listing").orElseThrow()))
                .with("rules", basis.rules());
        if (lake.notes(lake.ensure(TABLE)).equals(now)) {
            return MartResult.unchanged(TABLE.name());
        }
        lake.replaceByFew(rows(lake.read("core.listing"), basis.marketplaces(), basis.runId()), TABLE, now);
        return MartResult.written(TABLE.name(), List.of());
    }

    /** One row per seller and sku that is listed now. */
    static Dataset<Row> rows(Dataset<Row> listings, Marketplaces marketplaces, String runId) {
        return listings.filter(not(col("deleted")).and(col("delisted_at").isNull()))
                .filter(marketplaces.condition(one -> lit(true)))
                .groupBy("marketplace", "seller_id", "sku_id")
                .agg(max_by(struct("sale_price_minor", "listed_at"), struct("listed_at", "listing_id"))
                        .as("newest"))
                .select(
                        col("marketplace"),
                        col("seller_id"),
                        col("sku_id"),
                        col("newest.sale_price_minor"),
                        col("newest.listed_at"),
                        marketplaces.value(one -> lit(one.knownUntil())).as("as_of"),
                        lit(runId).as("run_id"));
    }
}
