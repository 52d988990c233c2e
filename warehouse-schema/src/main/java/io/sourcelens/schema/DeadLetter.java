/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.schema;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A record that was rejected before it reached its entity's topic, or the mark of a replay, on its way through
 * {@link Topics#DEAD_LETTER}. As JSON, {@code record} is base64.
 *
 * <p>A dead letter is open until another one names it as its origin: the mark {@link #REPLAYED} when its record passed
 * on replay, or a new rejection when it did not. Nothing is ever changed in place.
 *
 * @param reason code of the reason
 * @param detail what is wrong, in words
 * @param source way in, as in {@link Envelope#SOURCE}
 * @param origin where it stood, for example {@code sales.csv:118}, or {@link #replayOf}
 * @param record the original bytes; none in a mark
 */
public record DeadLetter(
        @JsonProperty("marketplace") @Nullable String marketplace,
        @JsonProperty("entity") String entity,
        @JsonProperty("reason") String reason,
        @JsonProperty("detail") @Nullable String detail,
        @JsonProperty("source") @Nullable String source,
        @JsonProperty("origin") String origin,
        @JsonProperty("record") byte[] record) {
    /** Reason of a mark: the dead letter that it names was sent again and passed. */
    public static final String REPLAYED = "replayed";

    private static final String REPLAY_OF = "replay of ";

    /** The origin that closes a dead letter, by its place in the log ({@code topic-partition@offset}). */
    public static String replayOf(String place) {
        return REPLAY_OF + place;
    }
}
