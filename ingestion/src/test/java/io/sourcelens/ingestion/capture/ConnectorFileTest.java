/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sourcelens.schema.Schemas;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConnectorFileTest {
    private static final CaptureSettings SETTINGS = CaptureSettings.from(Map.of(
            "SOURCELENS_POSTGRES_URL", "jdbc:postgresql://db.example:6543/station?sslmode=require",
            "SOURCELENS_POSTGRES_USER", "reader",
            "SOURCELENS_POSTGRES_PASSWORD", "secret"));

    @Test
    void everyEntityIsCapturedAndNothingElse() {
        assertThat(ConnectorFile.read(Map.of()).get("table.include.list").split(","))
                .containsExactly(Schemas.entities().stream()
                        .map(entity -> "marketplace." + entity.name())
                        .toArray(String[]::new));
    }

    @Test
    void theDatabaseComesFromItsJdbcAddress() {
        assertThat(ConnectorFile.read(SETTINGS.connectorValues()))
                .containsEntry("database.hostname", "db.example")
                .containsEntry("database.port", "6543")
                .containsEntry("database.dbname", "station")
                .containsEntry("database.user", "reader")
                .containsEntry("name", "marketplace-demo");
    }

    @Test
    void thePasswordIsLeftToTheWorkersEnvironment() {
        assertThat(ConnectorFile.read(SETTINGS.connectorValues()))
                .containsEntry("database.password", "${env:SOURCELENS_POSTGRES_PASSWORD}")
                .doesNotContainValue("secret");
    }

    @Test
    void everyOtherPlaceholderIsFilled() {
        Map<String, String> configuration = ConnectorFile.read(SETTINGS.connectorValues());
        configuration.remove("database.password");

        assertThat(configuration.values()).noneMatch(value -> value.contains("${"));
    }

    @Test
    void anAddressThatIsNotPostgresIsRefusedInWords() {
        assertThatThrownBy(() -> CaptureSettings.from(Map.of("SOURCELENS_POSTGRES_URL", "postgres://db/station")))
                .isInstanceOf(CaptureException.class)
                .hasMessageContaining("jdbc:postgresql://HOST:PORT/DATABASE");
    }
}
