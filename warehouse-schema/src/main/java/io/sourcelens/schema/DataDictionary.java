/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.schema;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes the data dictionary from the schema files; a test holds the committed one against it. */
public final class DataDictionary {
    private DataDictionary() {}

    /**
     * Writes the dictionary.
     *
     * @param arguments the file to write, for example {@code docs/data-dictionary.md}
     */
    public static void main(String[] arguments) throws IOException {
        Files.writeString(Path.of(arguments[0]), markdown());
    }

    static String markdown() {
        return """
                # Data dictionary 数据字典

                Generated from the schema files of `warehouse-schema` by `./sourcelens dictionary`; do not edit.

                Amounts (`_minor`) are whole minor units of the marketplace's currency. Instants are UTC. `null` means not
                known or not enough evidence, never zero. What is not `possible` is rejected: [bad input](bad-input.md).
                金额以最小货币单位计；时间为 UTC；`null` 表示未知或证据不足，绝不是 0。

                ## Entities 实体

                What happens on a marketplace: topics `marketplace.<entity>`, lake tables `raw.<entity>` (every change) and
                `core.<entity>` (current state). Every row also has its `marketplace`.

                %s
                ## Rollups 日汇总

                Daily partial aggregates between core and marts: lake tables `rollup.<rollup>`.

                %s
                ## Marts 数据集市

                What people read: lake tables `mart.<mart>`, the same in ClickHouse.

                %s
                ## Live tables 实时表

                What streaming keeps in ClickHouse, `live.<table>`, for the rankings of the last hour; rows of minutes leave
                after three hours.

                %s""".formatted(
                        tables(Schemas.entities()),
                        tables(Schemas.rollups()),
                        tables(Schemas.marts()),
                        tables(Schemas.liveTables()));
    }

    private static String tables(List<TableSchema> schemas) {
        return schemas.stream().map(DataDictionary::table).collect(Collectors.joining("\n"));
    }

    private static String table(TableSchema schema) {
        String rows = schema.fields().stream().map(DataDictionary::row).collect(Collectors.joining("\n"));
        return """
                ### `%s` %s

                %s Grain: %s.

                | field | type | unit | possible | meaning | 含义 | since |
                |---|---|---|---|---|---|---|
                %s
                """.formatted(schema.name(), schema.meaningChinese(), schema.meaningEnglish(), schema.grain(), rows);
    }

    private static String row(Field field) {
        String type = field.type().name().toLowerCase(Locale.ROOT) + (field.nullable() ? ", may be null" : "");
        String unit = field.unit() == null ? "" : field.unit();
        return "| `%s` | %s | %s | %s | %s | %s | %d |"
                .formatted(
                        field.name(),
                        type,
                        unit,
                        field.rules().words(),
                        field.meaningEnglish(),
                        field.meaningChinese(),
                        field.since());
    }
}
