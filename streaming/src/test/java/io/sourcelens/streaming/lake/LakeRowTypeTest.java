/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.streaming.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.table.data.GenericMapData;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.TimestampData;
import org.junit.jupiter.api.Test;

class LakeRowTypeTest {
    @Test
    void aRowTravelsWithItsTableAndItsValues() throws Exception {
        TypeSerializer<LakeRow> serializer = new LakeRowType().createSerializer(new SerializerConfigImpl());
        DataOutputSerializer out = new DataOutputSerializer(64);

        serializer.serialize(new LakeRow("seller", seller()), out);
        LakeRow travelled = serializer.duplicate().deserialize(new DataInputDeserializer(out.getCopyOfBuffer()));

        assertThat(travelled.table()).isEqualTo("seller");
        RowData row = travelled.row();
        assertThat(row.getArity()).isEqualTo(seller().getArity());
        assertThat(row.getString(0)).hasToString("demo");
        assertThat(row.isNullAt(2)).isTrue();
        assertThat(row.getMap(row.getArity() - 1).size()).isEqualTo(1);
    }

    private static GenericRowData seller() {
        int arity = RawTables.named("seller").schema().columns().size();
        GenericRowData row = new GenericRowData(arity);
        row.setField(0, StringData.fromString("demo"));
        row.setField(1, StringData.fromString("7"));
        int envelope = arity - 9;
        row.setField(envelope, StringData.fromString("c"));
        row.setField(envelope + 1, StringData.fromString("cdc"));
        row.setField(envelope + 2, 12L);
        row.setField(envelope + 3, TimestampData.fromEpochMillis(1));
        row.setField(envelope + 4, TimestampData.fromEpochMillis(2));
        row.setField(envelope + 5, 0);
        row.setField(envelope + 6, 41L);
        row.setField(envelope + 7, 1);
        row.setField(
                envelope + 8,
                new GenericMapData(Map.of(StringData.fromString("colour"), StringData.fromString("red"))));
        return row;
    }
}
