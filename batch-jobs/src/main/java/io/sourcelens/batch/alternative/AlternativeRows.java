/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.alternative;

import io.sourcelens.batch.lake.SmallTables;
import io.sourcelens.batch.marketplace.Marketplace;
import io.sourcelens.schema.LakeTable;
import io.sourcelens.schema.Schemas;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.iceberg.data.Record;
import org.jspecify.annotations.Nullable;

/** Rows of {@code mart.alternative} of one marketplace. */
record AlternativeRows(
        Marketplace marketplace, Alternatives alternatives, Map<String, @Nullable String> names, String runId) {
    static final LakeTable TABLE = LakeTable.mart(Schemas.mart("alternative"));

    List<Record> rows(List<List<Alternative>> ofOffers) {
        List<Record> rows = new ArrayList<>();
        for (List<Alternative> ofOffer : ofOffers) {
            for (int i = 0; i < ofOffer.size(); i++) {
                rows.add(row(i + 1, ofOffer.get(i)));
            }
        }
        return rows;
    }

    private Record row(int rank, Alternative found) {
        Offer now = found.offer();
        Offer then = found.alternative();
        Gain gain = found.gain();
        Record row = SmallTables.row(
                TABLE,
                marketplace.id(),
                now.skuId(),
                now.supplierId(),
                then.skuId(),
                then.supplierId(),
                names.get(then.supplierId()),
                rank,
                found.advice().name().toLowerCase(Locale.ROOT),
                found.reason(),
                alternatives.risk(now),
                now.nameZh(),
                now.nameEn(),
                now.categoryId(),
                now.matchGroupId(),
                marketplace.currency(),
                gain == null ? null : gain.total().value(),
                gain == null ? null : gain.total().low(),
                gain == null ? null : gain.total().high(),
                gain == null ? null : gain.price(),
                gain == null ? null : gain.freight(),
                gain == null ? null : gain.late(),
                gain == null ? null : gain.defect(),
                found.evidence());
        set(row, "", now);
        set(row, "alternative_", then);
        row.setField("as_of", marketplace.knownUntil().atOffset(ZoneOffset.UTC));
        row.setField("run_id", runId);
        return row;
    }

    private static void set(Record row, String of, Offer offer) {
        Freight freight = offer.freight();
        SupplierQuality quality = offer.quality();
        ShownStock stock = offer.stock();
        row.setField(of + "supply_price_minor", offer.supplyPriceMinor());
        row.setField(
                of + "freight_minor", freight == null ? null : freight.perUnit().value());
        row.setField(of + "freight_basis", freight == null ? null : freight.basis());
        row.setField(of + "freight_order_lines", freight == null ? null : freight.lines());
        row.setField(of + "late_delivery_probability", value(quality.lateDelivery()));
        row.setField(of + "defect_rate_expected", value(quality.defects()));
        row.setField(of + "tier", quality.tier());
        row.setField(of + "stock_units", stock == null ? null : stock.units());
        row.setField(of + "stock_out_probability", stock == null ? null : stock.stockOutProbability());
        row.setField(of + "stock_status", stock == null ? null : stock.status());
    }

    private static @Nullable Double value(@Nullable Range range) {
        return range == null ? null : range.value();
    }
}
