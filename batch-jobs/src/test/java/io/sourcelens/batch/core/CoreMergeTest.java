/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.sourcelens.batch.Rows;
import io.sourcelens.schema.Schemas;
import io.sourcelens.schema.TableSchema;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class CoreMergeTest {
    private static final TableSchema PAYMENT = Schemas.entity("payment");
    private static final String FIELDS = "marketplace string, payment_id string, order_id string, amount_minor bigint,"
            + " payment_fee_minor bigint, paid_at timestamp, ";
    private static final String PROVENANCE =
            "source string, source_position bigint, source_time timestamp, ingested_at timestamp, extension map<string,string>";

    private static Dataset<Row> current(String... rows) {
        return Rows.of(FIELDS + "deleted boolean, " + PROVENANCE, rows);
    }

    private static Dataset<Row> changes(String... rows) {
        return Rows.of(FIELDS + "change_op string, topic_offset bigint, " + PROVENANCE, rows);
    }

    private static String known(String id, int amount, boolean deleted, int position, int ingested) {
        return "'demo', '%s', 'o', %d, 1, '2026-03-01', %s, %s"
                .formatted(id, amount, deleted, provenance(position, ingested));
    }

    private static String change(String id, Integer amount, String op, int position, int ingested) {
        String fields = amount == null ? "NULL, NULL, NULL, NULL" : "'o', %d, 1, '2026-03-01'".formatted(amount);
        return "'demo', '%s', %s, '%s', %d, %s".formatted(id, fields, op, position, provenance(position, ingested));
    }

    private static String provenance(int position, int ingested) {
        return "'cdc', %d, '2026-03-02', '2026-03-02 00:00:%02d', map()".formatted(position, ingested);
    }

    private static List<String> merged(Dataset<Row> current, Dataset<Row> changes) {
        return Rows.texts(
                CoreMerge.merge(PAYMENT, current, changes), "payment_id", "amount_minor", "deleted", "source_position");
    }

    @Test
    void theNewestPositionWinsWhateverTheOrderOfArrival() {
        assertThat(merged(
                        current(),
                        changes(change("a", 30, "u", 3, 1), change("a", 10, "c", 1, 3), change("a", 20, "u", 2, 2))))
                .containsExactly("a, 30, false, 3");
    }

    @Test
    void anOlderChangeThatArrivesLateChangesNothing() {
        assertThat(merged(current(known("a", 30, false, 3, 1)), changes(change("a", 10, "c", 1, 9))))
                .containsExactly("a, 30, false, 3");
    }

    @Test
    void repeatedChangesAreNoChanges() {
        Dataset<Row> once = CoreMerge.merge(PAYMENT, current(), changes(change("a", 10, "c", 1, 1)));

        assertThat(merged(once, changes(change("a", 10, "c", 1, 1), change("a", 10, "c", 1, 1))))
                .containsExactly("a, 10, false, 1");
    }

    @Test
    void aRowReadAgainAtTheSamePositionIsTakenAsReadLast() {
        assertThat(merged(current(known("a", 10, false, 1, 1)), changes(change("a", 11, "r", 1, 2))))
                .containsExactly("a, 11, false, 1");
    }

    @Test
    void deletedRowsStayAndAreMarked() {
        assertThat(merged(current(known("a", 10, false, 1, 1)), changes(change("a", 10, "d", 2, 2))))
                .containsExactly("a, 10, true, 2");
    }

    @Test
    void aDeletionWithTheKeyAloneKeepsWhatWasKnown() {
        assertThat(merged(current(known("a", 10, false, 1, 1)), changes(change("a", null, "d", 2, 2))))
                .containsExactly("a, 10, true, 2");
    }

    @Test
    void aLateCreationDoesNotBringADeletedRowBack() {
        assertThat(merged(current(known("a", 10, true, 5, 5)), changes(change("a", 10, "c", 1, 9))))
                .containsExactly("a, 10, true, 5");
    }

    @Test
    void otherKeysAreLeftAlone() {
        assertThat(merged(current(known("a", 10, false, 1, 1)), changes(change("b", 20, "c", 2, 2))))
                .containsExactly("a, 10, false, 1", "b, 20, false, 2");
    }

    @Test
    void mergedByDayTheStateIsTheSame() {
        Random random = new Random(7);
        String[] known = IntStream.range(0, 40)
                .mapToObj(key -> known("k" + key, key, key % 7 == 0, 1 + random.nextInt(9), 1))
                .toArray(String[]::new);
        // 37 and 300 have no common factor: every change has a position of its own, in no order.
        String[] more = IntStream.range(0, 300)
                .mapToObj(i ->
                        change("k" + random.nextInt(60), i, random.nextInt(5) == 0 ? "d" : "u", i * 37 % 300, i % 60))
                .toArray(String[]::new);

        Dataset<Row> byDay = CoreMerge.newestByDay(PAYMENT, CoreMerge.candidates(current(known), changes(more)));

        assertThat(Rows.texts(byDay, "payment_id", "amount_minor", "deleted", "source_position"))
                .hasSize(60)
                .containsExactlyInAnyOrderElementsOf(merged(current(known), changes(more)));
    }

    @Test
    void aDeletionWithoutADayForbidsTheMergeByDay() {
        String whole = known("a", 10, false, 1, 1);
        String deletedUnseen = "'demo', 'b', NULL, NULL, NULL, NULL, true, " + provenance(5, 5);
        Dataset<Row> created = changes(change("b", 20, "c", 2, 9));

        assertThat(CoreMerge.keysKeepTheirDay(PAYMENT, CoreMerge.candidates(current(whole), created)))
                .isTrue();
        assertThat(CoreMerge.keysKeepTheirDay(PAYMENT, CoreMerge.candidates(current(whole, deletedUnseen), created)))
                .isFalse();
        assertThat(CoreMerge.keysKeepTheirDay(
                        PAYMENT, CoreMerge.candidates(current(whole), changes(change("a", null, "d", 2, 2)))))
                .isFalse();
        assertThat(merged(current(deletedUnseen), created)).containsExactly("b, 20, true, 5");
    }
}
