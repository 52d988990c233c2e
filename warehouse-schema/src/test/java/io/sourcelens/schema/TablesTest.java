/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.iceberg.PartitionField;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.Test;

class TablesTest {
    @Test
    void rawHoldsEveryFieldOfTheEntityWithWhereItCameFrom() {
        LakeTable raw = LakeTable.raw(Schemas.entity("payment"));

        assertThat(raw.schema().columns())
                .extracting(Types.NestedField::name)
                .containsExactly(
                        "marketplace",
                        "payment_id",
                        "order_id",
                        "amount_minor",
                        "payment_fee_minor",
                        "paid_at",
                        "change_op",
                        "source",
                        "source_position",
                        "source_time",
                        "ingested_at",
                        "topic_partition",
                        "topic_offset",
                        "schema_version",
                        "extension");
        assertThat(raw.schema().findField("payment_id").isRequired()).isTrue();
        assertThat(raw.schema().findField("paid_at").isRequired()).isFalse();
        assertThat(raw.partitioning().fields())
                .extracting(field -> field.name())
                .containsExactly("ingested_at_day");
    }

    @Test
    void coreIsPartitionedByMarketplaceAndTheDayItHappenedAndSlowEntitiesByMarketplace() {
        assertThat(partitions(LakeTable.core(Schemas.entity("payment")))).containsExactly("marketplace", "paid_at_day");
        assertThat(partitions(LakeTable.core(Schemas.entity("sku")))).containsExactly("marketplace");
    }

    @Test
    void whatIsKeptByDayIsPartitionedByDay() {
        assertThat(partitions(LakeTable.rollup(Schemas.rollup("sku_seller_day"))))
                .containsExactly("marketplace", "day");
        assertThat(partitions(LakeTable.mart(Schemas.mart("margin_sku_seller_day"))))
                .containsExactly("marketplace", "day");
        assertThat(partitions(LakeTable.mart(Schemas.mart("best_sellers")))).containsExactly("marketplace");
        assertThat(partitions(LakeTable.mart(Schemas.mart("refresh_run")))).isEmpty();
    }

    @Test
    void aBacktestReplacesThePartitionOfItsSubject() {
        assertThat(partitions(LakeTable.mart(Schemas.mart("track_record")))).containsExactly("marketplace", "subject");
    }

    private static List<String> partitions(LakeTable table) {
        return table.partitioning().fields().stream().map(PartitionField::name).toList();
    }

    @Test
    void clickHouseTypesFollowFromTheSchemaFile() {
        assertThat(ClickHouseTable.create(Schemas.mart("best_sellers"), "mart.best_sellers__new"))
                .startsWith("CREATE TABLE IF NOT EXISTS mart.best_sellers__new (\n    `marketplace` String COMMENT")
                .contains("`previous_rank` Nullable(Int32) COMMENT")
                .contains("`window_start` Date32 COMMENT")
                .contains("`as_of` DateTime64(6, 'UTC') COMMENT")
                .endsWith(
                        "ENGINE = MergeTree ORDER BY (`marketplace`, `window_days`, `category_id`, `ranked_by`, `rank`)");
    }

    @Test
    void rowsOfLiveTablesReplaceEachOtherAndThoseOfMinutesLeave() {
        assertThat(ClickHouseTable.createLive(Schemas.liveTable("minute_count"), "live.minute_count"))
                .contains("`order_hashes` Array(Int64) COMMENT")
                .contains("ENGINE = ReplacingMergeTree(`version`)"
                        + " ORDER BY (`marketplace`, `dimension`, `minute_at`, `dimension_id`)"
                        + " PARTITION BY toStartOfHour(`minute_at`) TTL toDateTime(`minute_at`) + INTERVAL 3 HOUR");
        assertThat(ClickHouseTable.createLive(Schemas.liveTable("sku"), "live.sku"))
                .endsWith("ENGINE = ReplacingMergeTree(`version`) ORDER BY (`marketplace`, `sku_id`)");
    }
}
