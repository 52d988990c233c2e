/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * What the driver is told by its environment.
 *
 * @param catalogUrl JDBC address of the Iceberg catalog
 * @param warehouse where tables are made
 * @param port where refreshes are asked for, on the loopback address; 0 for any free one
 * @param schedule time between the end of a refresh and the next
 */
public record BatchConfiguration(
        String catalogUrl, String catalogUser, String catalogPassword, String warehouse, int port, Duration schedule) {

    /**
     * @throws IllegalArgumentException if a variable cannot be used
     */
    public static BatchConfiguration of(Map<String, String> environment) {
        return new BatchConfiguration(
                environment.getOrDefault("SOURCELENS_CATALOG_URL", "jdbc:postgresql://127.0.0.1:15432/lake"),
                environment.getOrDefault("SOURCELENS_CATALOG_USER", "postgres"),
                environment.getOrDefault("SOURCELENS_CATALOG_PASSWORD", "postgres"),
                environment.getOrDefault(
                        "SOURCELENS_WAREHOUSE",
                        "file://" + Path.of(".sourcelens/warehouse").toAbsolutePath()),
                number(environment, "SOURCELENS_BATCH_PORT", 18084),
                Duration.ofSeconds(number(environment, "SOURCELENS_REFRESH_SECONDS", 60)));
    }

    private static int number(Map<String, String> environment, String name, int otherwise) {
        String text = environment.get(name);
        if (text == null) {
            return otherwise;
        }
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "Cannot use %s: '%s' is not a whole number; set it to one or unset it".formatted(name, text), e);
        }
    }
}
