/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.sourcelens.schema.LakeTable;
import io.sourcelens.schema.Schemas;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import org.junit.jupiter.api.Test;

/** What becomes of rows of the marts that scores are made of. */
class FiguresTest {
    private static Record row(String mart, Map<String, Object> values) {
        Record row = GenericRecord.create(LakeTable.mart(Schemas.mart(mart)).schema());
        values.forEach(row::setField);
        return row;
    }

    private static Record scorecard(String supplier, String category, long parcels, long lines) {
        return row(
                "supplier_scorecard",
                Map.of(
                        "supplier_id", supplier,
                        "category_id", category,
                        "window_days", 30,
                        "parcels_due", parcels,
                        "order_lines", lines,
                        "maturity", 0.75));
    }

    private static Record measure(String supplier, String measure, Map<String, Object> values) {
        Record row = row(
                "supplier_fulfilment",
                Map.of("supplier_id", supplier, "category_id", "all", "window_days", 30, "measure", measure));
        values.forEach(row::setField);
        return row;
    }

    private static List<Figure> figures(String category, List<Record> scorecards, List<Record> fulfilment) {
        return Figures.of(scorecards, fulfilment).get(new Scored("u1", category, 30));
    }

    @Test
    void aComponentSaysWhatItsMartSays() {
        Record scorecard = scorecard("u1", "all", 40, 60);
        scorecard.setField("late_dispatch_rate", 0.1);
        scorecard.setField("late_dispatch_rate_low", 0.05);
        scorecard.setField("late_dispatch_rate_high", 0.2);
        scorecard.setField("defect_rate", 0.02);
        scorecard.setField("defect_rate_expected", 0.03);
        scorecard.setField("defect_rate_expected_low", 0.01);
        scorecard.setField("defect_rate_expected_high", 0.06);
        Record transit = measure(
                "u1",
                "transit_on_time_against_peers",
                Map.of(
                        "estimate",
                        0.02,
                        "estimate_low",
                        -0.01,
                        "estimate_high",
                        0.05,
                        "evidence",
                        30L,
                        "maturity",
                        0.5));

        List<Figure> figures = figures("all", List.of(scorecard), List.of(transit));

        assertThat(figures)
                .containsExactly(
                        new Figure(Component.LATE_DISPATCH, 0.1, 0.05, 0.2, 40, null, null),
                        new Figure(Component.LATE_TRANSIT, -0.02, -0.05, 0.01, 30, 0.5, null),
                        new Figure(Component.DEFECT, 0.03, 0.01, 0.06, 60, 0.75, null),
                        Figure.unknown(Component.NO_STOCK_CANCEL, "no_evidence"),
                        Figure.unknown(Component.VALID_TRACKING, "no_evidence"));
    }

    @Test
    void whatIsNotDeliveredIsToldFromWhatASupplierHasNothingOf() {
        Record mine = scorecard("u1", "all", 0, 0);

        assertThat(reasons(figures("all", List.of(mine), List.of())))
                .startsWith("no_promise")
                .contains("no_evidence");
        assertThat(reasons(figures("all", List.of(mine, scorecard("u2", "all", 5, 0)), List.of())))
                .startsWith("no_evidence");
        assertThat(reasons(figures("all", List.of(scorecard("u1", "all", 5, 5)), List.of())))
                .as("parcels without a rate have no scans, lines without one no cases")
                .startsWith("no_tracking", "no_evidence", "no_cases");
        assertThat(reasons(figures(
                        "all",
                        List.of(mine),
                        List.of(measure("u1", "valid_tracking", Map.of("reason", "no_dispatch", "evidence", 0L))))))
                .endsWith("no_dispatch");
    }

    @Test
    void parcelsAreNotToldApartByCategory() {
        assertThat(reasons(figures("c1", List.of(scorecard("u1", "c1", 5, 5)), List.of())))
                .containsExactly("no_tracking", "not_by_category", "no_cases", "no_evidence", "not_by_category");
    }

    private static List<String> reasons(List<Figure> figures) {
        return figures.stream().map(Figure::reason).toList();
    }
}
