/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.assortment;

import static org.assertj.core.api.Assertions.assertThat;

import io.sourcelens.batch.marketplace.Marketplace;
import io.sourcelens.schema.LakeTable;
import io.sourcelens.schema.Schemas;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.data.Record;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TailTest {
    private static final LocalDate LAST = LocalDate.of(2026, 6, 9);
    private static final Marketplace ONE =
            new Marketplace("m", "M", "CNY", ZoneId.of("Asia/Shanghai"), 10, Instant.parse("2026-06-10T04:00:00Z"));

    private static Catalogue.Sku sku(String id, @Nullable LocalDate arrived) {
        return new Catalogue.Sku(id, null, null, null, null, arrived);
    }

    private static SkuActivity activity(long lines60, long season, long revenue, @Nullable Long left) {
        return new SkuActivity(lines60, lines60, season, lines60, 0, lines60, revenue, left, 0L, 1, null);
    }

    @Test
    void theTailIsOldHardlyOrderedAndOutOfNoSeason() {
        Catalogue.Sku old = sku("s", LAST.minusDays(60));

        assertThat(Tail.of(old, activity(2, 9, 5, 1L), LAST, false)).isNotNull();
        assertThat(Tail.of(old, activity(3, 0, 5, 1L), LAST, false)).isNull();
        assertThat(Tail.of(old, activity(2, 3, 5, 1L), LAST, true))
                .as("its season comes")
                .isNull();
        assertThat(Tail.of(sku("s", LAST.minusDays(59)), activity(0, 0, 0, 0L), LAST, false))
                .isNull();
        assertThat(Tail.of(sku("s", null), activity(0, 0, 0, 0L), LAST, false))
                .as("nobody knows since when it is there")
                .isNull();
    }

    @Test
    void reasonsAreFactsOfTheRow() {
        Catalogue.Sku old = sku("s", LAST.minusDays(99));
        SkuActivity bad = new SkuActivity(1, 1, 0, 4, 0, 1, 100, -5L, 11L, 0, null);

        assertThat(Tail.of(old, bad, LAST, false).reasons(true))
                .containsExactly("few_orders", "loses_money", "refunds_exceed_tenth", "mostly_cancelled", "not_listed");
        SkuActivity cancelled = new SkuActivity(0, 0, 0, 1, 0, 0, 0, -33L, 0L, 1, null);
        assertThat(Tail.of(old, cancelled, LAST, false).reasons(true))
                .as("fees of a cancelled line alone")
                .containsExactly("no_orders");
        assertThat(Tail.of(old, SkuActivity.none(false), LAST, false).reasons(false))
                .containsExactly("no_orders");
    }

    @Test
    void whatLeastIsLostWithComesFirstAndCostsAddUp() {
        LocalDate old = LAST.minusDays(100);
        List<Catalogue.Sku> skus =
                List.of(sku("a", old), sku("b", old), sku("c", old.minusDays(1)), sku("d", old), sku("sells", old));
        Map<String, SkuActivity> activity = Map.of(
                "a", activity(2, 0, 900, 40L),
                "b", activity(1, 0, 900, null),
                "c", activity(0, 0, 0, 7L),
                "sells", activity(47, 0, 90_000, 9_000L));

        List<Record> rows = new DelistRows(
                        LakeTable.mart(Schemas.mart("delist")), ONE, LocalDate.of(2026, 1, 1), true, true, "run")
                .rows(skus, activity);

        assertThat(rows).extracting(row -> row.getField("sku_id")).containsExactly("c", "d", "b", "a");
        assertThat(rows)
                .extracting(row -> row.getField("cumulative_contribution_minor"))
                .containsExactly(7L, 7L, null, null);
        assertThat(rows)
                .extracting(row -> row.getField("cumulative_order_line_share"))
                .containsExactly(0.0, 0.0, 0.02, 0.06);
        assertThat(rows).extracting(row -> row.getField("tail_skus")).containsOnly(4L);
        assertThat(rows).extracting(row -> row.getField("season")).containsOnly("unknown");
    }

    @Test
    void withoutSixtyWholeDaysNothingIsKnownToBeUnwanted() {
        DelistRows rows =
                new DelistRows(LakeTable.mart(Schemas.mart("delist")), ONE, LAST.minusDays(58), true, true, "run");

        assertThat(rows.rows(List.of(sku("a", LAST.minusDays(100))), Map.of())).isEmpty();
    }
}
