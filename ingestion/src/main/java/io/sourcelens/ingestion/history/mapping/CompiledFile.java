/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.history.mapping;

import io.sourcelens.schema.TableSchema;
import java.util.List;

/**
 * One file's mapping as SQL. It reads a table {@code source_FILE} with the file's columns as texts, and {@code __position}
 * (from 1 over all files of the name), {@code __file}, {@code __row} (from 1), {@code __malformed} (why it is no row; null
 * if it is one) and {@code __original} (the row as it stood, where its columns do not say it).
 *
 * @param views from the source to the verdicts, in order
 * @param entities queries of the records, over the judged rows
 * @param times columns of the judged rows that say when something happened
 */
public record CompiledFile(String name, List<View> views, List<EntityQuery> entities, List<String> times) {
    public CompiledFile {
        times = List.copyOf(times);
        views = List.copyOf(views);
        entities = List.copyOf(entities);
    }

    /** @param probes what can be wrong in it */
    public record View(String name, String query, List<Probe> probes) {
        public View {
            probes = List.copyOf(probes);
        }
    }

    /** An expression of a view's query, and the place in the mapping that is to blame if it is wrong. */
    public record Probe(String place, String expression, String from) {
        public String query() {
            return "select %s from %s".formatted(expression, from);
        }
    }

    /** @param perRow whether each record is one row's */
    public record EntityQuery(TableSchema entity, String file, boolean perRow, String query) {}

    /** Table of the rows as they are read. */
    public String source() {
        return table("source", name);
    }

    /** View of one row per row of the source: its values, and {@code __reject_reason} (null if it is kept). */
    public String verdict() {
        return table("verdict", name);
    }

    /** Table of what the verdict was. */
    public String judged() {
        return table("judged", name);
    }

    static String table(String stage, String file) {
        return Sql.name(stage + "_" + file);
    }
}
