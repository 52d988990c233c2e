/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.history.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Names of columns. */
final class Headers {
    private Headers() {}

    /** The same names, trimmed; a blank one is called by its place, one that comes again by its count: {@code name_2}. */
    static List<String> unique(List<String> header) {
        Set<String> taken = new HashSet<>();
        List<String> unique = new ArrayList<>();
        for (int index = 0; index < header.size(); index++) {
            String name = header.get(index).strip();
            String wanted = name.isEmpty() ? "column_" + (index + 1) : name;
            String free = wanted;
            for (int count = 2; !taken.add(free.toLowerCase(Locale.ROOT)); count++) {
                free = wanted + "_" + count;
            }
            unique.add(free);
        }
        return unique;
    }
}
