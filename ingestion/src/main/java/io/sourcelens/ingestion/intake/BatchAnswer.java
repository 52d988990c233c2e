/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** What became of a batch, record by record. */
record BatchAnswer(
        @JsonProperty("accepted") int accepted,
        @JsonProperty("rejected") List<RejectedRecord> rejected) {
    record RejectedRecord(
            @JsonProperty("index") int index,
            @JsonProperty("reason") String reason,
            @JsonProperty("detail") String detail) {}

    BatchAnswer {
        rejected = List.copyOf(rejected);
    }

    static BatchAnswer of(JudgedBatch batch) {
        return new BatchAnswer(
                batch.accepted().size(),
                batch.rejected().stream()
                        .map(record -> new RejectedRecord(
                                record.index(), record.reason().code(), record.detail()))
                        .toList());
    }
}
