/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PseudonymsTest {
    private final Pseudonyms pseudonyms = new Pseudonyms("a key of at least 32 characters, kept outside the lake");

    /** Computed apart: {@code printf 'demo\0005-1' | openssl dgst -sha256 -hmac KEY -binary | head -c 16 | base64}. */
    @Test
    void aPseudonymIsAKeyedHash() {
        assertThat(pseudonyms.of("demo", "5-1")).isEqualTo("GhqVPJP6iLG8GKrlVUZaOQ");
    }

    @Test
    void aPersonIsAnotherInAnotherMarketplaceOrUnderAnotherKey() {
        Pseudonyms others = new Pseudonyms("another key of at least 32 characters, kept elsewhere");

        assertThat(pseudonyms.of("demo", "5-1"))
                .isEqualTo(pseudonyms.of("demo", "5-1"))
                .isNotEqualTo(pseudonyms.of("other", "5-1"))
                .isNotEqualTo(pseudonyms.of("demo", "5-2"))
                .isNotEqualTo(others.of("demo", "5-1"));
    }

    @Test
    void aShortKeyIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Pseudonyms("secret"))
                .withMessageStartingWith("Cannot use the key of pseudonyms: it has 6 characters");
    }
}
