/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.history.sketch;

import java.util.List;
import java.util.Set;

/**
 * What a sample tells of a column.
 *
 * @param filled rows that have a value
 * @param values distinct values, in the order in which they come
 * @param kind what most distinct values can be read as
 * @param format of times; empty otherwise
 * @param strangers distinct values that cannot be read so
 * @param doubts what else it could be, for people
 */
record Column(
        String name,
        long rows,
        long filled,
        Set<String> values,
        Kind kind,
        String format,
        List<String> strangers,
        List<String> doubts) {
    enum Kind {
        INTEGER,
        NUMBER,
        TIME,
        TEXT
    }

    boolean isKey() {
        return filled == rows && values.size() == rows && rows > 0;
    }

    boolean isNumber() {
        return kind == Kind.INTEGER || kind == Kind.NUMBER;
    }

    String examples(int count) {
        return String.join(
                " | ", values.stream().limit(count).map(Column::shortened).toList());
    }

    static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() > 40 ? line.substring(0, 40) + "…" : line;
    }
}
