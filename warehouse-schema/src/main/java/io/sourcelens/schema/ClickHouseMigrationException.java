/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.schema;

import org.jspecify.annotations.Nullable;

/** The ClickHouse server could not be brought to this version. */
public final class ClickHouseMigrationException extends RuntimeException {
    ClickHouseMigrationException(String message) {
        this(message, null);
    }

    ClickHouseMigrationException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
