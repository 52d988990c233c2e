/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.score;

import java.util.Comparator;
import org.apache.iceberg.data.Record;

/** What one score is of. */
record Scored(String supplierId, String categoryId, int windowDays) implements Comparable<Scored> {
    static final String ALL = "all";

    private static final Comparator<Scored> ORDER = Comparator.comparing(Scored::supplierId)
            .thenComparing(Scored::categoryId)
            .thenComparing(Scored::windowDays);

    static Scored of(Record row) {
        return new Scored((String) row.getField("supplier_id"), (String) row.getField("category_id"), (Integer)
                row.getField("window_days"));
    }

    @Override
    public int compareTo(Scored other) {
        return ORDER.compare(this, other);
    }
}
