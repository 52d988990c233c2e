/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.streaming.live;

import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiveTypesTest {
    @ParameterizedTest
    @ValueSource(
            classes = {
                OrderLineKey.class,
                OrderLineChange.class,
                Cell.class,
                CellDifference.class,
                CellSums.class,
                LiveRow.class
            })
    void isAFlinkPojoWithoutKryo(Class<?> type) {
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(type);
    }
}
