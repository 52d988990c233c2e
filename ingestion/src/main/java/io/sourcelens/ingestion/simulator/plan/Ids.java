/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.simulator.plan;

import io.sourcelens.ingestion.marketplace.Table;
import java.util.HashMap;
import java.util.Map;

/** The next key of every table. One writer only: the simulator. */
public final class Ids {
    private final Map<String, Long> last = new HashMap<>();

    public long next(Table<?> table) {
        return last.merge(table.name(), 1L, Long::sum);
    }

    /** Goes on after a key that is taken. */
    public void goOnAfter(Table<?> table, long id) {
        last.put(table.name(), id);
    }
}
