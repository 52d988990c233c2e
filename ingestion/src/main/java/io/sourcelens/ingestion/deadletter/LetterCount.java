/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.deadletter;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Dead letters that have these in common. */
record LetterCount(
        @JsonProperty("marketplace") String marketplace,
        @JsonProperty("source") String source,
        @JsonProperty("entity") String entity,
        @JsonProperty("reason") String reason,
        @JsonProperty("letters") long letters,
        @JsonProperty("newest") String newest) {}
