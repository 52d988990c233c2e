/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.mart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a refresh did to one mart.
 *
 * @param reason why it was held back or failed
 * @param checks what was checked, in words
 */
public record MartResult(
        String mart, Status status, @Nullable String reason, List<String> checks) {
    /** How it ended; in lower case the status in {@code mart.refresh_run}. */
    public enum Status {
        /** A new version is to be read. */
        PUBLISHED,
        /** Its inputs did not change. */
        UNCHANGED,
        /** A check failed; the last good version stays. */
        HELD_BACK,
        /** It could not be computed; the last good version stays. */
        FAILED
    }

    public MartResult {
        checks = List.copyOf(checks);
    }

    public static MartResult written(String mart, List<String> checks) {
        return new MartResult(mart, Status.PUBLISHED, null, checks);
    }

    public static MartResult unchanged(String mart) {
        return new MartResult(mart, Status.UNCHANGED, null, List.of());
    }

    public static MartResult heldBack(String mart, String reason, List<String> checks) {
        return new MartResult(mart, Status.HELD_BACK, reason, checks);
    }

    public static MartResult failed(String mart, String reason) {
        return new MartResult(mart, Status.FAILED, reason, List.of());
    }
}
