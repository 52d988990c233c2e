/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.watch;

import java.util.Locale;

/**
 * How a hop is doing, in words.
 *
 * @param words what is seen, and what to do where something is to be done
 */
record Finding(Hop hop, Health health, String words) {
    /** In the order of the way. */
    enum Hop {
        CAPTURE,
        LOG,
        STREAMING,
        REFRESH,
        REJECTED
    }

    /** Whether somebody has to look. */
    enum Health {
        WELL,
        BEHIND,
        STUCK
    }

    static Finding well(Hop hop, String words, Object... values) {
        return new Finding(hop, Health.WELL, String.format(Locale.ROOT, words, values));
    }

    static Finding behind(Hop hop, String words, Object... values) {
        return new Finding(hop, Health.BEHIND, String.format(Locale.ROOT, words, values));
    }

    static Finding stuck(Hop hop, String words, Object... values) {
        return new Finding(hop, Health.STUCK, String.format(Locale.ROOT, words, values));
    }
}
