/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.streaming.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrderLineDifferencesTest {
    private static final OrderLineKey LINE = new OrderLineKey("demo", "l1");
    private static final long MINUTE = 1_767_225_600_000L;
    private static final Contribution TWO_CUPS = new Contribution(MINUTE, "cup", "A", 1, 9L, 2, 200);
    private static final Contribution THREE_CUPS = new Contribution(MINUTE, "cup", "A", 1, 9L, 3, 300);
    private static final Cell CUP = new Cell("demo", "sku", "cup", MINUTE);
    private static final Cell SELLER = new Cell("demo", "seller", "A", MINUTE);

    private KeyedOneInputStreamOperatorTestHarness<OrderLineKey, OrderLineChange, CellDifference> differences;

    @BeforeEach
    void open() throws Exception {
        differences = harness();
        differences.open();
    }

    @AfterEach
    void close() throws Exception {
        differences.close();
    }

    @Test
    void aNewLineIsAddedToItsSkuAndItsSeller() throws Exception {
        change(1, TWO_CUPS);

        assertTold(new CellDifference(CUP, null, TWO_CUPS, 1), new CellDifference(SELLER, null, TWO_CUPS, 1));
    }

    @Test
    void aLineWithoutSellerCountsForItsSkuAlone() throws Exception {
        Contribution anonymous = new Contribution(MINUTE, "cup", null, 1, null, 2, 200);
        change(1, anonymous);

        assertTold(new CellDifference(CUP, null, anonymous, 1));
    }

    @Test
    void aRepeatedChangeAndOneThatChangesNoCountMakeNoDifference() throws Exception {
        change(1, TWO_CUPS);
        differences.getOutput().clear();

        change(1, TWO_CUPS);
        change(2, TWO_CUPS);

        assertTold();
    }

    @Test
    void aCorrectionReplacesWhatTheLineContributed() throws Exception {
        change(1, TWO_CUPS);
        differences.getOutput().clear();

        change(2, THREE_CUPS);

        assertTold(
                new CellDifference(CUP, TWO_CUPS, THREE_CUPS, 2), new CellDifference(SELLER, TWO_CUPS, THREE_CUPS, 2));
    }

    @Test
    void aLineThatMovesLeavesTheOneCellAndEntersTheOther() throws Exception {
        change(1, TWO_CUPS);
        differences.getOutput().clear();
        Contribution plates = new Contribution(MINUTE, "plate", "A", 1, 9L, 2, 200);

        change(2, plates);

        assertTold(
                new CellDifference(CUP, TWO_CUPS, null, 2),
                new CellDifference(new Cell("demo", "sku", "plate", MINUTE), null, plates, 2),
                new CellDifference(SELLER, TWO_CUPS, plates, 2));
    }

    @Test
    void whatIsCancelledIsTakenAwayAndAnOutrunChangeDoesNotBringItBack() throws Exception {
        change(1, TWO_CUPS);
        differences.getOutput().clear();

        change(3, null);
        change(2, THREE_CUPS);

        assertTold(new CellDifference(CUP, TWO_CUPS, null, 3), new CellDifference(SELLER, TWO_CUPS, null, 3));
    }

    @Test
    void aDeletionThatOutrunsItsLineKeepsItOut() throws Exception {
        change(2, null);
        change(1, TWO_CUPS);

        assertTold();
    }

    @Test
    void whatALineContributedIsKnownAfterARestore() throws Exception {
        change(1, TWO_CUPS);
        OperatorSubtaskState checkpoint = differences.snapshot(1, 1);
        change(2, THREE_CUPS);
        differences.close();

        differences = harness();
        differences.initializeState(checkpoint);
        differences.open();
        change(2, THREE_CUPS);

        assertTold(
                new CellDifference(CUP, TWO_CUPS, THREE_CUPS, 2), new CellDifference(SELLER, TWO_CUPS, THREE_CUPS, 2));
    }

    @Test
    void stateLeavesBehindTheHorizon() throws Exception {
        change(1, TWO_CUPS);
        differences.setStateTtlProcessingTime(
                Horizon.BACK.plus(Duration.ofHours(1)).toMillis());

        change(2, null);

        assertThat(differences.extractOutputValues()).hasSize(2);
    }

    private void change(long position, @Nullable Contribution contribution) throws Exception {
        differences.processElement(new OrderLineChange(LINE, position, position, contribution), 0);
    }

    private void assertTold(CellDifference... expected) {
        assertThat(differences.extractOutputValues()).containsExactly(expected);
    }

    private static KeyedOneInputStreamOperatorTestHarness<OrderLineKey, OrderLineChange, CellDifference> harness()
            throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new OrderLineDifferences()),
                OrderLineChange::line,
                TypeInformation.of(OrderLineKey.class));
    }
}
