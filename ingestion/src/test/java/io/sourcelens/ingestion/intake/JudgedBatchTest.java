/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.sourcelens.schema.RejectReason;
import io.sourcelens.schema.Schemas;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JudgedBatchTest {
    @Test
    void whatIsAcceptedIsKeyedAsCaptureKeysIt() {
        JudgedBatch batch = judge(Records.seller(7));

        assertThat(batch.rejected()).isEmpty();
        assertThat(batch.accepted()).singleElement().satisfies(record -> {
            assertThat(record.key()).asString(UTF_8).isEqualTo("{\"seller_id\":\"7\"}");
            assertThat(record.bytes()).asString(UTF_8).isEqualTo(Records.seller(7));
        });
    }

    @Test
    void aRecordOfAnotherMarketplaceOrWayInIsRejectedAndTheRestGoesOn() {
        JudgedBatch batch = judge(
                Records.seller(1).replace("bazaar", "demo"),
                Records.seller(2),
                Records.seller(3).replace("\"http\"", "\"cdc\""),
                "{");

        assertThat(batch.accepted()).hasSize(1);
        assertThat(batch.rejected())
                .extracting(JudgedBatch.Rejected::index, JudgedBatch.Rejected::reason)
                .containsExactly(
                        tuple(0, RejectReason.CONTRADICTION),
                        tuple(2, RejectReason.CONTRADICTION),
                        tuple(3, RejectReason.MALFORMED));
        assertThat(batch.rejected().get(0).detail()).isEqualTo("marketplace is demo; records sent here say bazaar");
    }

    private static JudgedBatch judge(String... records) {
        List<byte[]> bytes =
                Stream.of(records).map(record -> record.getBytes(UTF_8)).toList();
        return JudgedBatch.of("bazaar", Schemas.entity("seller"), bytes);
    }
}
