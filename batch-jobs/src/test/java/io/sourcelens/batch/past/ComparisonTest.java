/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.past;

import static org.assertj.core.api.Assertions.assertThat;

import io.sourcelens.batch.Rows;
import io.sourcelens.schema.Schemas;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final String COLUMNS =
            "marketplace string, name string, currency string, time_zone string, as_of timestamp, run_id string";

    private static List<String> differences(Dataset<Row> then, Dataset<Row> again, int rows) {
        List<String> texts = new ArrayList<>();
        long differing = new Comparison(Schemas.mart("marketplace"), then, again)
                .differences(difference -> texts.add(difference.text()));
        assertThat(differing).isEqualTo(rows);
        return texts;
    }

    @Test
    void whatSaysInWhichRunARowWasComputedIsNoDifference() {
        Dataset<Row> then = Rows.of(COLUMNS, "'a', 'A', 'CNY', NULL, '2026-03-01 00:00:00', 'run 1'");
        Dataset<Row> again = Rows.of(COLUMNS, "'a', 'A', 'CNY', NULL, '2026-03-02 00:00:00', 'run 2'");

        assertThat(differences(then, again, 0)).isEmpty();
    }

    @Test
    void everyColumnOfARowThatDiffersIsToldInTheOrderOfTheKey() {
        Dataset<Row> then = Rows.of(COLUMNS, "'b', 'B', 'CNY', 'UTC', NULL, ''", "'a', 'A', 'CNY', 'UTC', NULL, ''");
        Dataset<Row> again = Rows.of(COLUMNS, "'a', 'A', NULL, 'UTC', NULL, ''", "'b', 'C', 'EUR', 'UTC', NULL, ''");

        assertThat(differences(then, again, 2))
                .containsExactly("a  currency  CNY → null", "b  name  B → C", "b  currency  CNY → EUR");
    }

    @Test
    void aRowThatOnlyOneVersionHasIsOneDifference() {
        Dataset<Row> then = Rows.of(COLUMNS, "'a', 'A', 'CNY', 'UTC', NULL, ''");
        Dataset<Row> again = Rows.of(COLUMNS, "'b', 'B', 'CNY', 'UTC', NULL, ''");

        assertThat(differences(then, again, 2))
                .containsExactly("a  (row)  present → absent", "b  (row)  absent → present");
    }

    @Test
    void aColumnThatThePublishedVersionDidNotHaveYetCannotDiffer() {
        Dataset<Row> again = Rows.of(COLUMNS, "'a', 'A', 'CNY', 'UTC', NULL, ''");

        assertThat(differences(again.drop("time_zone"), again, 0)).isEmpty();
    }
}
