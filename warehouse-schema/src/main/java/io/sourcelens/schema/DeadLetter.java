/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.schema;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A record that an importer rejected, on its way through {@link Topics#DEAD_LETTER}. As JSON, {@code record} is base64.
 *
 * @param reason code of the reason
 * @param detail what is wrong, in words
 * @param source way in, as in {@link Envelope#SOURCE}
 * @param origin where it stood, for example {@code sales.csv:118}
 * @param record the original bytes
 */
public record DeadLetter(
        @JsonProperty("marketplace") String marketplace,
        @JsonProperty("entity") String entity,
        @JsonProperty("reason") String reason,
        @JsonProperty("detail") @Nullable String detail,
        @JsonProperty("source") String source,
        @JsonProperty("origin") String origin,
        @JsonProperty("record") byte[] record) {}
