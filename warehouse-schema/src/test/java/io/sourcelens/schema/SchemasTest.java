/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemasTest {
    static Stream<TableSchema> all() {
        return Stream.of(Schemas.entities(), Schemas.rollups(), Schemas.marts(), Schemas.liveTables())
                .flatMap(List::stream);
    }

    @Test
    void everySchemaFileIsKnown() throws Exception {
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/schema"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".avsc"))).hasSize((int) all().count());
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyFieldHasItsMeaningInBothLanguagesAndItsUnit(TableSchema schema) {
        assertThat(schema.grain()).startsWith("one row per");
        assertThat(schema.fields()).allSatisfy(field -> {
            assertThat(field.meaningEnglish()).as(field.name()).isNotBlank();
            assertThat(field.meaningChinese()).as(field.name()).isNotBlank();
            assertThat("minor".equals(field.unit()))
                    .as(field.name())
                    .isEqualTo(field.name().endsWith("_minor"));
            assertThat(field.type() == FieldType.TIMESTAMP)
                    .as(field.name())
                    .isEqualTo(field.name().endsWith("_at")
                            || field.name().endsWith("_time")
                            || field.name().equals("as_of"));
        });
    }

    @ParameterizedTest
    @MethodSource("all")
    void keysAndEventTimesAreNeverNull(TableSchema schema) {
        assertThat(schema.key())
                .allSatisfy(key ->
                        assertThat(schema.field(key).orElseThrow().nullable()).isFalse());
        if (schema.eventTime() != null) {
            Field eventTime = schema.field(schema.eventTime()).orElseThrow();
            assertThat(eventTime.type()).isEqualTo(FieldType.TIMESTAMP);
            assertThat(eventTime.nullable()).isFalse();
        }
    }

    /** A pseudonym is a text, and must not be null where a person was named: a deletion may name the key alone. */
    @Test
    void whatNamesAPersonIsATextAndNoKey() {
        assertThat(all().flatMap(schema -> schema.fields().stream()
                        .filter(Field::personal)
                        .filter(field ->
                                field.type() != FieldType.STRING || schema.key().contains(field.name()))))
                .isEmpty();
        assertThat(Schemas.entity("order").field("buyer_id").orElseThrow().personal())
                .isTrue();
    }

    @Test
    void everyMartRowSaysOfWhenItIsAndWhichRunMadeIt() {
        assertThat(Schemas.marts())
                .allSatisfy(mart ->
                        assertThat(mart.fields()).extracting(Field::name).contains("run_id"));
    }

    @Test
    void anUnknownEntityIsNamedBesideTheKnownOnes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Schemas.entity("orders"))
                .withMessageStartingWith("Cannot find entity: orders (known: marketplace, category");
    }

    @Test
    void theDataDictionaryIsUpToDate() throws Exception {
        assertThat(Path.of("../docs/data-dictionary.md"))
                .as("generated; run ./sourcelens dictionary")
                .hasContent(DataDictionary.markdown());
    }
}
