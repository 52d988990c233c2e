/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.publish;

import org.jspecify.annotations.Nullable;

/** A publication did not happen; readers still see the last one. */
public final class PublishException extends RuntimeException {
    private final Category category;

    /** What to do about it. */
    public enum Category {
        /** ClickHouse did not answer: publish the same tables again later. */
        RETRY,
        /** What was read is not what the run wrote: do not publish it. */
        REJECT,
        /** Program and server do not fit: an operator has to act. */
        STOP
    }

    PublishException(Category category, String message) {
        this(category, message, null);
    }

    PublishException(Category category, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.category = category;
    }

    public Category category() {
        return category;
    }
}
