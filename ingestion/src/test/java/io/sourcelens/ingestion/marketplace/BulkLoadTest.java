/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class BulkLoadTest {
    @Test
    void textIsEscapedAndNothingIsNull() {
        StringBuilder line = new StringBuilder();
        BulkLoad.append(line, new Object[] {7L, "a\tb\\c\nd", null, ScanKind.IN_TRANSIT, Instant.EPOCH});
        assertThat(line).hasToString("7\ta\\tb\\\\c\\nd\t\\N\tin_transit\t1970-01-01T00:00:00Z\n");
    }
}
