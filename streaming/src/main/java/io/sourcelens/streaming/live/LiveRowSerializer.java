/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.streaming.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** Rows that wait in a checkpoint. */
final class LiveRowSerializer implements SimpleVersionedSerializer<LiveRow> {
    @Override
    public int getVersion() {
        return 1;
    }

    @Override
    public byte[] serialize(LiveRow row) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(row.json().length() + 256);
        out.writeUTF(row.table());
        out.writeUTF(row.key());
        out.writeLong(row.version());
        // Longer than writeUTF takes, where a sku sells in thousands a minute.
        byte[] json = row.json().getBytes(UTF_8);
        out.writeInt(json.length);
        out.write(json);
        return out.getCopyOfBuffer();
    }

    @Override
    public LiveRow deserialize(int version, byte[] serialized) throws IOException {
        DataInputDeserializer in = new DataInputDeserializer(serialized);
        String table = in.readUTF();
        String key = in.readUTF();
        long rowVersion = in.readLong();
        byte[] json = new byte[in.readInt()];
        in.readFully(json);
        return new LiveRow(table, key, rowVersion, new String(json, UTF_8));
    }
}
