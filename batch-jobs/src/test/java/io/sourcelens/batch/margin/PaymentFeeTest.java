/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.margin;

import static org.assertj.core.api.Assertions.assertThat;

import io.sourcelens.batch.Rows;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class PaymentFeeTest {
    private static Dataset<Row> lines(String... rows) {
        return Rows.of(
                "marketplace string, order_id string, order_line_id string, line_number int, quantity int, sale_price_minor bigint",
                rows);
    }

    private static Dataset<Row> payments(String... rows) {
        return Rows.of("marketplace string, order_id string, payment_fee_minor bigint, deleted boolean", rows);
    }

    private static List<String> shares(Dataset<Row> lines, Dataset<Row> payments) {
        return Rows.texts(PaymentFee.share(lines, payments), "order_line_id", "payment_fee_minor");
    }

    @Test
    void theRemainderGoesWhereTheCumulativeShareCrossesAFen() {
        assertThat(shares(
                        lines("'m', 'o', 'a', 1, 1, 100", "'m', 'o', 'b', 2, 1, 100", "'m', 'o', 'c', 3, 1, 100"),
                        payments("'m', 'o', 10, false")))
                .containsExactly("a, 3", "b, 3", "c, 4");
    }

    @Test
    void sharesGoByQuantityTimesPrice() {
        assertThat(shares(
                        lines("'m', 'o', 'a', 1, 3, 100", "'m', 'o', 'b', 2, 1, 100"), payments("'m', 'o', 8, false")))
                .containsExactly("a, 6", "b, 2");
    }

    @Test
    void feesOfSeveralPaymentsAreSummedAndDeletedOnesAreNot() {
        assertThat(shares(
                        lines("'m', 'o', 'a', 1, 1, 100"),
                        payments("'m', 'o', 8, false", "'m', 'o', 3, false", "'m', 'o', 90, true")))
                .containsExactly("a, 11");
    }

    @Test
    void theFirstLineTakesItAllIfNothingWasToBePaid() {
        assertThat(shares(lines("'m', 'o', 'b', 2, 1, 0", "'m', 'o', 'a', 1, 1, 0"), payments("'m', 'o', 5, false")))
                .containsExactly("a, 5", "b, 0");
    }

    @Test
    void anOrderWithoutPaymentHasNoFeeAndMarketplacesDoNotShareOrders() {
        assertThat(shares(
                        lines("'m', 'o', 'a', 1, 1, 100", "'n', 'o', 'b', 1, 1, 100"), payments("'n', 'o', 7, false")))
                .containsExactly("a, 0", "b, 7");
    }
}
