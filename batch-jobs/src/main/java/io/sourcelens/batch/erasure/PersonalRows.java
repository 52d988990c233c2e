/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.erasure;

import io.sourcelens.batch.lake.Lake;
import io.sourcelens.batch.lake.Notes;
import io.sourcelens.schema.Field;
import io.sourcelens.schema.Schemas;
import io.sourcelens.schema.TableSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.iceberg.RewriteManifests;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.spark.CommitMetadata;

/** Rows of raw and core tables that name a person, and rejected records that do. */
final class PersonalRows {
    private final Lake lake;
    private final Map<String, Object> values;

    PersonalRows(Lake lake, Person person) {
        this.lake = lake;
        this.values = Map.of(
                "marketplace", person.marketplace(), "pseudonym", person.pseudonym(), "word", wholeWord(person.id()));
    }

    /** Number of rows by table, of those that had any. */
    Map<String, Long> erase() {
        Map<String, Long> erased = new LinkedHashMap<>();
        for (TableSchema entity : Schemas.entities()) {
            for (String layer : List.of("raw.", "core.")) {
                update(layer + entity.name(), entity, erased);
            }
        }
        delete("raw.dead_letter", erased);
        return erased;
    }

    private void update(String name, TableSchema entity, Map<String, Long> erased) {
        List<String> personal = entity.fields().stream()
                .filter(Field::personal)
                .map(Field::name)
                .toList();
        String names = Stream.concat(
                        personal.stream().map("%s = :pseudonym"::formatted),
                        Stream.of("array_contains(map_values(extension), :pseudonym)"))
                .collect(Collectors.joining(" OR "));
        List<String> changes = new ArrayList<>(personal.stream()
                .map(field -> "%1$s = nullif(%1$s, :pseudonym)".formatted(field))
                .toList());
        changes.add("extension = map_filter(extension, (name, text) -> text <> :pseudonym)");
        write(
                name,
                "UPDATE %s SET " + String.join(", ", changes),
                "marketplace = :marketplace AND (%s)".formatted(names),
                erased);
    }

    /** A rejected record may be anything: the person's id as a word of its own is enough. */
    private void delete(String name, Map<String, Long> erased) {
        String condition = Stream.of("cast(record AS string)", "cast(record_key AS string)", "detail")
                .map("coalesce(%1$s RLIKE :word OR contains(%1$s, :pseudonym), false)"::formatted)
                .collect(Collectors.joining(" OR ", "coalesce(marketplace, :marketplace) = :marketplace AND (", ")"));
        write(name, "DELETE FROM %s", condition, erased);
    }

    private void write(String name, String statement, String condition, Map<String, Long> erased) {
        Table table =
                lake.find(name).filter(found -> found.currentSnapshot() != null).orElse(null);
        if (table == null) {
            return;
        }
        String quoted = "%s.%s".formatted(Lake.CATALOG, name.replaceFirst("\\.(.*)", ".`$1`"));
        long rows = lake.spark()
                .sql("SELECT count(*) FROM %s WHERE %s".formatted(quoted, condition), values)
                .head()
                .getLong(0);
        if (rows > 0) {
            besideWriters(table);
            Notes notes = lake.notes(table);
            CommitMetadata.withCommitProperties(
                    notes.entries(),
                    () -> lake.spark().sql(statement.formatted(quoted) + " WHERE " + condition, values),
                    RuntimeException.class);
            dropBounds(name, notes);
            erased.put(name, rows);
        }
    }

    /** A manifest lists removed files too, with the smallest and greatest values they had: a person may be one. */
    private void dropBounds(String name, Notes notes) {
        RewriteManifests rewrite =
                lake.find(name).orElseThrow().rewriteManifests().clusterBy(file -> name);
        notes.entries().forEach(rewrite::set);
        rewrite.commit();
    }

    /** New rows are no conflict: the marketplace has erased the person before, so that none names it. */
    private static void besideWriters(Table table) {
        table.updateProperties()
                .set(TableProperties.UPDATE_ISOLATION_LEVEL, "snapshot")
                .set(TableProperties.DELETE_ISOLATION_LEVEL, "snapshot")
                .commit();
    }

    private static String wholeWord(String id) {
        return "(^|[^0-9A-Za-z])%s($|[^0-9A-Za-z])".formatted(Pattern.quote(id));
    }
}
