/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StreamingConfigurationTest {
    private static final Map<String, String> FOLDERS = Map.of(
            "SOURCELENS_WAREHOUSE", "file:///lake",
            "SOURCELENS_FLINK_CHECKPOINTS", "file:///checkpoints");

    @Test
    void foldersAloneSuffice() {
        assertThat(StreamingConfiguration.fromEnvironment(FOLDERS))
                .isEqualTo(new StreamingConfiguration(
                        "127.0.0.1:19092",
                        "jdbc:postgresql://127.0.0.1:15432/lake",
                        "postgres",
                        "postgres",
                        "file:///lake",
                        "file:///checkpoints",
                        Duration.ofSeconds(2),
                        18_081,
                        1));
    }

    @Test
    void aMissingFolderIsNamed() {
        assertThatThrownBy(() -> StreamingConfiguration.fromEnvironment(Map.of()))
                .hasMessageContaining("SOURCELENS_WAREHOUSE is not set");
    }

    @Test
    void aPortThatIsNoNumberIsNamed() {
        Map<String, String> environment = new HashMap<>(FOLDERS);
        environment.put("SOURCELENS_FLINK_REST_PORT", "rest");

        assertThatThrownBy(() -> StreamingConfiguration.fromEnvironment(environment))
                .hasMessage("Cannot use SOURCELENS_FLINK_REST_PORT: rest is not a whole number");
    }
}
