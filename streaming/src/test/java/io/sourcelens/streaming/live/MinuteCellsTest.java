/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.streaming.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MinuteCellsTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final long MINUTE = 1_767_225_600_000L;
    private static final long NOW = MINUTE + 30_050;
    private static final long NEXT_BEAT = MINUTE + 30_200;
    private static final Cell CUP = new Cell("demo", "sku", "cup", MINUTE);

    private KeyedOneInputStreamOperatorTestHarness<Cell, CellDifference, LiveRow> cells;

    @BeforeEach
    void open() throws Exception {
        cells = harness();
        cells.open();
        cells.setProcessingTime(NOW);
    }

    @AfterEach
    void close() throws Exception {
        cells.close();
    }

    @Test
    void nothingIsToldBeforeTheBeatAndThenTheTotalsOnce() throws Exception {
        difference(null, line(1, 9L, 2));
        difference(null, line(2, 9L, 3));
        assertThat(cells.extractOutputValues()).isEmpty();

        cells.setProcessingTime(NEXT_BEAT);

        assertThat(told()).hasSize(1);
        assertThat(told().get(0)).isEqualTo(JSON.readTree("""
                {"marketplace": "demo", "dimension": "sku", "minute_at": "2026-01-01 00:00:00.000", "dimension_id": "cup",
                 "units": 5, "sale_revenue_minor": 500, "as_of": "2026-01-01 00:00:20.000", "version": %d,
                 "order_hashes": [1, 2], "buyer_hashes": [9]}""".formatted(NEXT_BEAT)));
    }

    @Test
    void aCellThatDidNotChangeIsNotToldAgain() throws Exception {
        difference(null, line(1, 9L, 2));
        cells.setProcessingTime(NEXT_BEAT);

        cells.setProcessingTime(NEXT_BEAT + 10_000);

        assertThat(told()).hasSize(1);
    }

    @Test
    void anOrderOfTwoLinesAndABuyerOfTwoOrdersStayUntilTheirLastLineLeaves() throws Exception {
        difference(null, line(1, 9L, 2));
        difference(null, line(1, 9L, 1));
        difference(null, line(2, 9L, 1));
        difference(line(1, 9L, 1), null);
        cells.setProcessingTime(NEXT_BEAT);
        assertCounts(newest(), 2, 1, 3);

        difference(line(1, 9L, 2), null);
        cells.setProcessingTime(NEXT_BEAT + 200);
        assertCounts(newest(), 1, 1, 1);

        difference(line(2, 9L, 1), null);
        cells.setProcessingTime(NEXT_BEAT + 400);
        assertCounts(newest(), 0, 0, 0);
    }

    @Test
    void aLineWithoutBuyerCountsForNoBuyer() throws Exception {
        difference(null, line(1, null, 2));
        cells.setProcessingTime(NEXT_BEAT);

        assertCounts(newest(), 1, 0, 2);
    }

    @Test
    void afterARestoreTheSameChangesMakeTheSameTotalsWithAGreaterVersion() throws Exception {
        difference(null, line(1, 9L, 2));
        OperatorSubtaskState checkpoint = cells.snapshot(1, NOW);
        difference(line(1, 9L, 2), line(1, 9L, 5));
        cells.setProcessingTime(NEXT_BEAT);
        JsonNode before = newest();
        cells.close();

        cells = harness();
        cells.initializeState(checkpoint);
        cells.open();
        cells.setProcessingTime(NEXT_BEAT + 5_000);
        difference(line(1, 9L, 2), line(1, 9L, 5));
        cells.setProcessingTime(NEXT_BEAT + 6_000);

        assertCounts(newest(), 1, 1, 5);
        assertThat(newest().path("version").asLong())
                .isGreaterThan(before.path("version").asLong());
    }

    @Test
    void versionsGrowAlsoWhenTheClockIsSetBack() {
        CellSums told = CellSums.NOTHING.told(NOW);

        assertThat(told.told(NOW - 60_000).version()).isEqualTo(NOW + 1);
    }

    private void difference(@Nullable Contribution removed, @Nullable Contribution added) throws Exception {
        cells.processElement(new CellDifference(CUP, removed, added, MINUTE + 20_000), 0);
    }

    private static Contribution line(long order, @Nullable Long buyer, long units) {
        return new Contribution(MINUTE, "cup", "A", order, buyer, units, units * 100);
    }

    private static void assertCounts(JsonNode row, int orders, int buyers, int units) {
        assertThat(row.path("order_hashes")).hasSize(orders);
        assertThat(row.path("buyer_hashes")).hasSize(buyers);
        assertThat(row.path("units").asInt()).isEqualTo(units);
        assertThat(row.path("sale_revenue_minor").asInt()).isEqualTo(units * 100);
    }

    private JsonNode newest() throws Exception {
        List<JsonNode> told = told();
        return told.get(told.size() - 1);
    }

    private List<JsonNode> told() throws Exception {
        List<JsonNode> rows = new ArrayList<>();
        for (LiveRow row : cells.extractOutputValues()) {
            rows.add(JSON.readTree(row.json()));
        }
        return rows;
    }

    private static KeyedOneInputStreamOperatorTestHarness<Cell, CellDifference, LiveRow> harness() throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new MinuteCells()), CellDifference::cell, TypeInformation.of(Cell.class));
    }
}
