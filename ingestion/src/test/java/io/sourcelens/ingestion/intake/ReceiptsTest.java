/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReceiptsTest {
    @Test
    void theOldestAreForgottenWhenThereAreTooManyBytes() {
        Receipts receipts = new Receipts(1_000);
        for (String key : new String[] {"a", "b", "c", "d"}) {
            receipts.add(key, new Receipt("f", new byte[100]));
        }

        assertThat(receipts.size()).isEqualTo(3);
        assertThat(receipts.find("a")).isNull();
        assertThat(receipts.find("d")).isNotNull();
    }

    @Test
    void aFingerprintTellsBytesAndEntitiesApart() {
        String fingerprint = Receipt.fingerprint("order", new byte[] {1});

        assertThat(fingerprint)
                .isEqualTo(Receipt.fingerprint("order", new byte[] {1}))
                .isNotEqualTo(Receipt.fingerprint("order", new byte[] {2}))
                .isNotEqualTo(Receipt.fingerprint("order_line", new byte[] {1}));
    }
}
