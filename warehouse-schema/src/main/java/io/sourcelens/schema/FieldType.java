/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.schema;

import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/** The types a field can have, and what each is called by ClickHouse; by the lake: {@link LakeTable}. */
public enum FieldType {
    STRING("String"),
    INTEGER("Int32"),
    LONG("Int64"),
    DOUBLE("Float64"),
    BOOLEAN("Bool"),
    DATE("Date32"),
    /** An instant, in microseconds since 1970-01-01T00:00:00Z. */
    TIMESTAMP("DateTime64(6, 'UTC')"),
    /** Whole numbers; in live tables and rollups only. */
    LONG_LIST("Array(Int64)");

    private final String clickHouseType;

    FieldType(String clickHouseType) {
        this.clickHouseType = clickHouseType;
    }

    public String clickHouseType() {
        return clickHouseType;
    }

    static FieldType of(Schema avro) {
        if (avro.getLogicalType() instanceof LogicalTypes.TimestampMicros) {
            return TIMESTAMP;
        }
        if (avro.getLogicalType() instanceof LogicalTypes.Date) {
            return DATE;
        }
        return switch (avro.getType()) {
            case STRING -> STRING;
            case INT -> INTEGER;
            case LONG -> LONG;
            case DOUBLE -> DOUBLE;
            case BOOLEAN -> BOOLEAN;
            case ARRAY -> LONG_LIST;
            case RECORD, ENUM, MAP, UNION, FIXED, BYTES, FLOAT, NULL ->
                throw new IllegalArgumentException("Cannot use Avro type in a schema file: " + avro);
        };
    }
}
