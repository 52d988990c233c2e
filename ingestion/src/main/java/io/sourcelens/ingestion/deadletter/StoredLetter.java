/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.deadletter;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A dead letter as the lake has it. What it has not is empty.
 *
 * @param id its place in the log: {@code topic-partition@offset}
 * @param open whether no other one names it
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record StoredLetter(
        @JsonProperty("id") String id,
        @JsonProperty("open") boolean open,
        @JsonProperty("ingested_at") String ingestedAt,
        @JsonProperty("marketplace") String marketplace,
        @JsonProperty("entity") String entity,
        @JsonProperty("reason") String reason,
        @JsonProperty("detail") String detail,
        @JsonProperty("source") String source,
        @JsonProperty("origin") String origin,
        @JsonProperty("record_key") byte[] recordKey,
        @JsonProperty("record") byte[] record) {}
