/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.security;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who decides what: the claim {@code role} of a token. */
enum Role {
    SELLER,
    SUPPLIER_ANALYST,
    CATEGORY_MANAGER;

    static Optional<Role> named(@Nullable String claim) {
        return Arrays.stream(values())
                .filter(role -> role.claim().equals(claim))
                .findFirst();
    }

    String claim() {
        return name().toLowerCase(Locale.ROOT);
    }
}
