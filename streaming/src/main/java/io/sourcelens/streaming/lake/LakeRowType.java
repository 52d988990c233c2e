/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.streaming.lake;

import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;

/** Tells Flink how {@link LakeRow}s travel between operators that are not chained. */
public final class LakeRowType extends TypeInformation<LakeRow> {
    @Override
    public TypeSerializer<LakeRow> createSerializer(SerializerConfig config) {
        return new LakeRowSerializer();
    }

    @Override
    public Class<LakeRow> getTypeClass() {
        return LakeRow.class;
    }

    @Override
    public boolean isBasicType() {
        return false;
    }

    @Override
    public boolean isTupleType() {
        return false;
    }

    @Override
    public boolean isKeyType() {
        return false;
    }

    @Override
    public int getArity() {
        return 1;
    }

    @Override
    public int getTotalFields() {
        return 1;
    }

    @Override
    public String toString() {
        return "LakeRow";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LakeRowType;
    }

    @Override
    public int hashCode() {
        return LakeRowType.class.hashCode();
    }

    @Override
    public boolean canEqual(Object other) {
        return other instanceof LakeRowType;
    }
}
