/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.change;

import java.time.LocalDate;
import java.util.List;

/**
 * What a supplier did in one week, or in several together.
 *
 * @param start first day
 * @param trials parcels or lines
 * @param events late or defective ones among them
 * @param expected events that the other suppliers of the week would have had among as many
 */
record Week(LocalDate start, long trials, long events, double expected) {

    /** @param weeks oldest first, at least one */
    static Week together(List<Week> weeks) {
        return new Week(
                weeks.get(0).start(),
                weeks.stream().mapToLong(Week::trials).sum(),
                weeks.stream().mapToLong(Week::events).sum(),
                weeks.stream().mapToDouble(Week::expected).sum());
    }
}
