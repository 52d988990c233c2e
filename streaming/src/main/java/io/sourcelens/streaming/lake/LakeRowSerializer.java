/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.streaming.lake;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.table.runtime.typeutils.RowDataSerializer;

/** The table's name, then the row as Flink's table runtime writes it. */
final class LakeRowSerializer extends TypeSerializer<LakeRow> {
    private transient Map<String, RowDataSerializer> rows = new HashMap<>();

    @Override
    public void serialize(LakeRow element, DataOutputView target) throws IOException {
        target.writeUTF(element.table());
        rows(element.table()).serialize(element.row(), target);
    }

    @Override
    public LakeRow deserialize(DataInputView source) throws IOException {
        String table = source.readUTF();
        return new LakeRow(table, rows(table).deserialize(source));
    }

    @Override
    public LakeRow deserialize(LakeRow reuse, DataInputView source) throws IOException {
        return deserialize(source);
    }

    @Override
    public LakeRow copy(LakeRow from) {
        return new LakeRow(from.table(), rows(from.table()).copy(from.row()));
    }

    @Override
    public LakeRow copy(LakeRow from, LakeRow reuse) {
        return copy(from);
    }

    @Override
    public void copy(DataInputView source, DataOutputView target) throws IOException {
        serialize(deserialize(source), target);
    }

    @Override
    public TypeSerializer<LakeRow> duplicate() {
        return new LakeRowSerializer();
    }

    @Override
    public LakeRow createInstance() {
        throw new UnsupportedOperationException("Cannot create an empty lake row: it belongs to no table");
    }

    @Override
    public boolean isImmutableType() {
        return false;
    }

    @Override
    public int getLength() {
        return -1;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LakeRowSerializer;
    }

    @Override
    public int hashCode() {
        return LakeRowSerializer.class.hashCode();
    }

    @Override
    public TypeSerializerSnapshot<LakeRow> snapshotConfiguration() {
        return new Snapshot();
    }

    private RowDataSerializer rows(String table) {
        if (rows == null) {
            rows = new HashMap<>();
        }
        return rows.computeIfAbsent(table, name -> new RowDataSerializer(RawTables.rowType(name)));
    }

    /** How Flink finds the serializer again in a checkpoint. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<LakeRow> {
        public Snapshot() {
            super(LakeRowSerializer::new);
        }
    }
}
