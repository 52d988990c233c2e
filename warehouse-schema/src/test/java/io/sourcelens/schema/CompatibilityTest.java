/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.sourcelens.schema.Compatibility.Breach;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every released version of a schema file is kept as {@code src/released/schema/<kind>/<name>.v<version>.avsc}; whatever
 * follows must not break who reads or writes it.
 */
class CompatibilityTest {
    private static final Path RELEASED = Path.of("src/released/schema");
    private static final Path CURRENT = Path.of("src/main/resources/schema");
    private static final List<String> CONSUMERS =
            List.of("ingestion", "streaming", "batch-jobs", "serving-api", "dashboards", "local-stack");
    private static final String ORDER_LINE = read(CURRENT.resolve("entity/order_line.avsc"));

    static Stream<Path> released() throws IOException {
        return Files.walk(RELEASED).filter(file -> file.toString().endsWith(".avsc"));
    }

    @ParameterizedTest
    @MethodSource("released")
    void nothingThatWasReleasedBreaks(Path file) throws IOException {
        String name = file.getFileName().toString().replaceFirst("\\.v\\d+\\.avsc$", ".avsc");
        Path current = CURRENT.resolve(RELEASED.relativize(file).resolveSibling(name));
        assertThat(current)
                .as("Cannot drop a released table: somebody reads it")
                .exists();
        List<Breach> breaches = Compatibility.breaches(read(file), read(current));
        if (!breaches.isEmpty()) {
            StringBuilder message = new StringBuilder("Cannot change %s: ".formatted(current));
            for (Breach breach : breaches) {
                message.append("%n  %s%n    breaks %s".formatted(breach.what(), whoReads(name, breach.field())));
            }
            fail(message
                    + "%nAdd a field beside the old one, and let both live until nobody reads the old one."
                            .formatted());
        }
    }

    @ParameterizedTest
    @MethodSource("released")
    void aReleasedVersionStaysAsItWas(Path file) throws IOException {
        TableSchema then = TableSchema.parse(read(file));
        String name = then.name() + ".avsc";
        Path current = CURRENT.resolve(RELEASED.relativize(file).resolveSibling(name));
        TableSchema now = TableSchema.parse(read(current));

        assertThat(file.getFileName()).hasToString("%s.v%d.avsc".formatted(then.name(), then.version()));
        if (now.version() == then.version()) {
            assertThat(now)
                    .as("%s has changed since its release: give it version %d", current, then.version() + 1)
                    .isEqualTo(then);
        }
    }

    @Test
    void addingWhatMayBeNullBreaksNothing() {
        assertThat(Compatibility.breaches(read(RELEASED.resolve("entity/order_line.v1.avsc")), ORDER_LINE))
                .isEmpty();
    }

    @Test
    void everyOtherChangeNamesTheFieldThatBreaks() {
        assertThat(breaches("\"name\": \"buyer_id\"", "\"name\": \"customer_id\""))
                .containsExactly("buyer_id is gone");
        assertThat(breaches(
                        "\"name\": \"quantity\", \"type\": \"int\"", "\"name\": \"quantity\", \"type\": \"string\""))
                .singleElement()
                .asString()
                .startsWith("quantity: records of the released version cannot be read (TYPE_MISMATCH");
        assertThat(breaches(
                        "\"name\": \"supplier_id\", \"type\": [\"null\", \"string\"], \"default\": null",
                        "\"name\": \"supplier_id\", \"type\": \"string\""))
                .singleElement()
                .asString()
                .startsWith("supplier_id: records of the released version cannot be read");
        assertThat(breaches("\"symbols\": [\"active\", \"cancelled\"]", "\"symbols\": [\"active\"]"))
                .singleElement()
                .asString()
                .startsWith("status could be [");
        assertThat(breaches("\"zh\": \"件数\", \"min\": 1", "\"zh\": \"件数\", \"min\": 2"))
                .containsExactly("quantity was at least 1, is at least 2");
        assertThat(breaches("\"event_time\": \"ordered_at\"", "\"event_time\": \"cancelled_at\""))
                .containsExactly("event time was ordered_at, is cancelled_at");
    }

    @Test
    void aFieldThatMustBeGivenAndHasNoDefaultBreaksOlderRecords() {
        assertThat(breaches(
                        "    {\"name\": \"order_id\"",
                        "    {\"name\": \"channel\", \"type\": \"string\", \"doc\": \"Channel.\", \"zh\": \"渠道\", \"since\": 3},\n"
                                + "    {\"name\": \"order_id\""))
                .singleElement()
                .asString()
                .startsWith(
                        "channel: records of the released version cannot be read (READER_FIELD_MISSING_DEFAULT_VALUE");
    }

    @Test
    void theConsumerThatBreaksIsNamed() throws IOException {
        assertThat(whoReads("order_line.avsc", "freight_minor")).contains("batch-jobs/src/main/java");
    }

    private static List<String> breaches(String part, String changed) {
        assertThat(ORDER_LINE).contains(part);
        return Compatibility.breaches(ORDER_LINE, ORDER_LINE.replace(part, changed)).stream()
                .map(Breach::what)
                .toList();
    }

    /** Files of the modules that name the field, or the table. */
    private static String whoReads(String file, @Nullable String field) throws IOException {
        Pattern word = Pattern.compile("\\b%s\\b".formatted(field == null ? file.replace(".avsc", "") : field));
        StringBuilder readers = new StringBuilder("records in the log; columns of the lake");
        for (String module : CONSUMERS) {
            try (Stream<Path> sources = Files.walk(Path.of("..", module))) {
                readers.append(sources.filter(path -> path.toString().contains("/src/main/")
                                || path.toString().contains("/superset/assets/"))
                        .filter(path -> path.toString().matches(".*\\.(java|sql|json|yaml|ts)"))
                        .filter(path -> word.matcher(read(path)).find())
                        .map(path -> path.toString().substring(3))
                        .sorted()
                        .map(path -> "; " + path)
                        .collect(Collectors.joining()));
            }
        }
        return readers.toString();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
