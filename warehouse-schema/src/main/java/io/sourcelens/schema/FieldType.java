/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.schema;

import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;

/** The types a field can have, and what each is called by the lake and by ClickHouse. */
public enum FieldType {
    STRING(Types.StringType.get(), "String"),
    INTEGER(Types.IntegerType.get(), "Int32"),
    LONG(Types.LongType.get(), "Int64"),
    DOUBLE(Types.DoubleType.get(), "Float64"),
    BOOLEAN(Types.BooleanType.get(), "Bool"),
    DATE(Types.DateType.get(), "Date32"),
    /** An instant, in microseconds since 1970-01-01T00:00:00Z. */
    TIMESTAMP(Types.TimestampType.withZone(), "DateTime64(6, 'UTC')");

    private final Type icebergType;
    private final String clickHouseType;

    FieldType(Type icebergType, String clickHouseType) {
        this.icebergType = icebergType;
        this.clickHouseType = clickHouseType;
    }

    public Type icebergType() {
        return icebergType;
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
            case RECORD, ENUM, ARRAY, MAP, UNION, FIXED, BYTES, FLOAT, NULL ->
                throw new IllegalArgumentException("Cannot use Avro type in a schema file: " + avro);
        };
    }
}
