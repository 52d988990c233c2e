/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.publish;

import io.sourcelens.batch.publish.PublishException.Category;
import java.io.IOException;

/** Tells a server that refuses from one that does not answer. */
final class ClickHouseError {
    private ClickHouseError() {}

    static Category category(Exception exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return Category.RETRY;
            }
        }
        return Category.STOP;
    }
}
