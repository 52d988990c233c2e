/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sourcelens.schema.RecordValidator;
import io.sourcelens.schema.RejectReason;
import io.sourcelens.schema.Schemas;
import io.sourcelens.schema.TableSchema;
import io.sourcelens.schema.Validation;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FuzzRecordsTest {
    private static final int MANY = 100_000;

    @Test
    void theGateJudgesWhateverComesAndSaysWhyInWordsThatCanBeKept() {
        ValidRecords valid = new ValidRecords("fuzz", "fuzz");
        SplittableRandom random = new SplittableRandom(1);
        Map<RejectReason, Integer> rejected = new EnumMap<>(RejectReason.class);
        int accepted = 0;
        for (int i = 0; i < MANY; i++) {
            TableSchema entity = Schemas.entities().get(i % Schemas.entities().size());
            byte[] bytes = Mutator.bytes(valid.next(entity, i, random), random);
            Validation validation = RecordValidator.validate(entity, bytes);
            if (validation instanceof Validation.Rejected refusal) {
                rejected.merge(refusal.reason(), 1, Integer::sum);
                if (!StandardCharsets.UTF_8.newEncoder().canEncode(refusal.detail())
                        || refusal.detail().length() > 400) {
                    assertThat(refusal.detail()).as("a detail that can be kept").isEmpty();
                }
            } else {
                accepted++;
            }
        }

        // Every reason but the one that only a topic's name can cause.
        assertThat(rejected).hasSize(RejectReason.values().length - 1).doesNotContainKey(RejectReason.UNKNOWN_ENTITY);
        assertThat(accepted).isGreaterThan(MANY / 4);
    }

    @Test
    void theSameSeedMakesTheSameRecordsAndAnotherOneOthers() {
        FuzzRecords first = new FuzzRecords("fuzz", 7);
        FuzzRecords second = new FuzzRecords("fuzz", 7);
        FuzzRecords other = new FuzzRecords("fuzz", 8);

        for (int i = 0; i < 1_000; i++) {
            assertThat(first.next().bytes()).isEqualTo(second.next().bytes());
        }
        assertThat(first.next().bytes()).isNotEqualTo(other.next().bytes());
    }

    @Test
    void recordsThatAreNotSpoiltAreValid() throws Exception {
        ValidRecords records = new ValidRecords("fuzz", "http");
        SplittableRandom random = new SplittableRandom(3);
        for (TableSchema entity : Schemas.entities()) {
            for (int i = 0; i < 200; i++) {
                byte[] bytes = new JsonMapper().writeValueAsBytes(records.next(entity, i, random));
                assertThat(RecordValidator.validate(entity, bytes)).isInstanceOf(Validation.Accepted.class);
            }
        }
    }
}
