/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sourcelens.streaming.gate.PersonalData;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StreamingConfigurationTest {
    private static final Map<String, String> REQUIRED = Map.of(
            "SOURCELENS_WAREHOUSE", "file:///lake",
            "SOURCELENS_FLINK_CHECKPOINTS", "file:///checkpoints",
            "SOURCELENS_PSEUDONYM_KEY", "key",
            "SOURCELENS_PERSONAL_FIELDS", "order.phone, parcel.address");

    @Test
    void foldersAndTheKeyOfPseudonymsSuffice() {
        assertThat(StreamingConfiguration.fromEnvironment(REQUIRED))
                .isEqualTo(new StreamingConfiguration(
                        "127.0.0.1:19092",
                        "jdbc:postgresql://127.0.0.1:15432/lake",
                        "postgres",
                        "postgres",
                        "file:///lake",
                        "jdbc:clickhouse://127.0.0.1:18123",
                        "streaming",
                        "file:///checkpoints",
                        Duration.ofSeconds(2),
                        18_081,
                        1,
                        new PersonalData("key", Set.of("order.phone", "parcel.address"))));
    }

    @Test
    void aMissingFolderIsNamed() {
        assertThatThrownBy(() -> StreamingConfiguration.fromEnvironment(Map.of()))
                .hasMessageContaining("SOURCELENS_WAREHOUSE is not set");
    }

    @Test
    void aPortThatIsNoNumberIsNamed() {
        Map<String, String> environment = new HashMap<>(REQUIRED);
        environment.put("SOURCELENS_FLINK_REST_PORT", "rest");

        assertThatThrownBy(() -> StreamingConfiguration.fromEnvironment(environment))
                .hasMessage("Cannot use SOURCELENS_FLINK_REST_PORT: rest is not a whole number");
    }
}
