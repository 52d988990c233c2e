/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.engines.clickhouse;

import io.sourcelens.engines.EngineException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The server's configuration files. Users live in a file, because the embedded server has no CREATE USER. */
final class ClickHouseUsers {
    private ClickHouseUsers() {}

    static Map<String, String> passwordsLikeNames() {
        return Stream.of("writer", "streaming", "api", "superset_analyst", "superset_seller")
                .collect(Collectors.toMap(Function.identity(), Function.identity()));
    }

    /** @return the file for {@code --config-file} */
    static Path writeConfiguration(Path data, Map<String, String> passwords) {
        try {
            Path folder = Files.createDirectories(data.resolve("configuration"));
            Path users = folder.resolve("users.xml");
            String usersXml = resource("users.xml.template");
            for (String user : passwordsLikeNames().keySet()) {
                String password = passwords.get(user);
                if (password == null) {
                    throw new EngineException("Cannot start ClickHouse: no password for user " + user);
                }
                usersXml = usersXml.replace("{{%s}}".formatted(user), sha256(password));
            }
            Files.writeString(users, usersXml);
            return Files.writeString(
                    folder.resolve("config.xml"),
                    resource("config.xml.template")
                            .replace("{{users}}", users.toAbsolutePath().toString()));
        } catch (IOException e) {
            throw new EngineException("Cannot write ClickHouse's configuration in %s: %s".formatted(data, e), e);
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = ClickHouseUsers.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IOException(name + " is not on the classpath");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
