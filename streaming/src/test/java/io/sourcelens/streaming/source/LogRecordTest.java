/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.streaming.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.api.Test;

class LogRecordTest {
    @Test
    void isAFlinkPojoWithoutKryo() {
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(LogRecord.class);
    }

    @Test
    void travelsWithAndWithoutItsKeyAndValue() throws Exception {
        assertThat(travelled(new LogRecord("marketplace.sku", 3, 41, 5, new byte[] {1}, new byte[] {0, -1})))
                .usingRecursiveComparison()
                .isEqualTo(new LogRecord("marketplace.sku", 3, 41, 5, new byte[] {1}, new byte[] {0, -1}));
        assertThat(travelled(new LogRecord("marketplace.sku", 3, 42, 5, null, null)))
                .isEqualTo(new LogRecord("marketplace.sku", 3, 42, 5, null, null));
    }

    @Test
    void tellsWhereItStands() {
        assertThat(new LogRecord("marketplace.sku", 3, 41, 5, null, null).origin())
                .isEqualTo("marketplace.sku-3@41");
    }

    private static LogRecord travelled(LogRecord record) throws Exception {
        var serializer = TypeInformation.of(LogRecord.class).createSerializer(new SerializerConfigImpl());
        DataOutputSerializer out = new DataOutputSerializer(64);
        serializer.serialize(record, out);
        return serializer.deserialize(new DataInputDeserializer(out.getCopyOfBuffer()));
    }
}
