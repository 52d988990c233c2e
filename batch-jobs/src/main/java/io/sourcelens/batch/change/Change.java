/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.change;

import java.time.LocalDate;

/**
 * The most likely change of level in a row of weeks.
 *
 * @param before weeks of the old level
 * @param since weeks of the new one
 * @param earliest first day of the first week that may as well be the first of the new level: a 90 % likelihood region
 * @param latest first day of the last week that may
 * @param byChance probability that weeks which differ by chance alone show as much
 */
record Change(Week before, Week since, LocalDate earliest, LocalDate latest, double byChance) {

    /** {@code worse} if there are more events than before among as many as are normal. */
    String direction() {
        return since.events() * before.expected() > before.events() * since.expected() ? "worse" : "better";
    }
}
