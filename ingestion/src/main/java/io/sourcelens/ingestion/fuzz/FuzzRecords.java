/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.fuzz;

import io.sourcelens.schema.Change;
import io.sourcelens.schema.RecordValidator;
import io.sourcelens.schema.Schemas;
import io.sourcelens.schema.TableSchema;
import io.sourcelens.schema.Validation;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** The records of one way in, one after the other; the same seed makes the same ones. */
final class FuzzRecords {
    static final String MARKETPLACE = "fuzz";

    private final String source;
    private final ValidRecords valid;
    private final RandomGenerator random;
    private final List<TableSchema> entities = Schemas.entities();
    private long position;

    FuzzRecords(String source, long seed) {
        this.source = source;
        this.valid = new ValidRecords(MARKETPLACE, source);
        this.random = new SplittableRandom(seed + source.hashCode());
    }

    FuzzRecord next() {
        TableSchema entity = entities.get(random.nextInt(entities.size()));
        while (true) {
            Map<String, Object> record = valid.next(entity, ++position, random);
            byte[] bytes = Mutator.bytes(record, random);
            Validation validation = RecordValidator.validate(entity, bytes);
            if (!(validation instanceof Validation.Accepted accepted)) {
                return new FuzzRecord(entity, bytes, false);
            }
            if (staysHere(accepted.change())) {
                return new FuzzRecord(entity, bytes, true);
            }
        }
    }

    /** A mutation that hits another name and is valid there would leave rows in marketplaces that nobody counts. */
    private boolean staysHere(Change change) {
        return change.marketplace().equals(MARKETPLACE) && change.source().equals(source);
    }
}
