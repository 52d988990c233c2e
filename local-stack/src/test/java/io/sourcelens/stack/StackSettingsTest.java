/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackSettingsTest {
    @TempDir
    Path home;

    @Test
    void theOffsetMovesEveryAddress() {
        StackSettings settings = new StackSettings(StackOptions.demo(home).withPortOffset(1000), Map.of());
        assertThat(settings.value("POSTGRES_URL")).isEqualTo("jdbc:postgresql://127.0.0.1:16432/marketplace");
        assertThat(settings.value("CLICKHOUSE_URL")).isEqualTo("jdbc:clickhouse://127.0.0.1:19123");
        assertThat(settings.value("API_PORT")).isEqualTo("19080");
    }

    @Test
    void whatThePersonHasSetWins() {
        StackSettings settings =
                new StackSettings(StackOptions.demo(home), Map.of("SOURCELENS_REFRESH_SECONDS", "5", "HOME", "/x"));
        assertThat(settings.value("REFRESH_SECONDS")).isEqualTo("5");
        assertThat(settings.environment()).doesNotContainKey("HOME");
    }

    @Test
    void whoMayReadCannotWrite() {
        StackSettings settings = new StackSettings(StackOptions.demo(home), Map.of());
        assertThat(settings.value("INTAKE_SECRET")).hasSize(64).isNotEqualTo(settings.value("JWT_SECRET"));
    }

    @Test
    void theKeyOfTokensIsKeptAndReadableByItsOwnerOnly() throws Exception {
        StackSettings settings = new StackSettings(StackOptions.demo(home), Map.of());
        assertThat(settings.value("JWT_SECRET")).hasSize(64).isEqualTo(settings.value("JWT_SECRET"));
        Path file = home.resolve(".sourcelens/jwt-secret");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}
