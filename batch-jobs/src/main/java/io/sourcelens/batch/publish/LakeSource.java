/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.publish;

import java.net.URI;

/** One version of a lake table, as ClickHouse reads it. */
record LakeSource(String lakeFunction, PublishedTable table) {
    private static final String METADATA_FOLDER = "metadata/";

    /** What stands after FROM. */
    String expression() {
        return lakeFunction
                .replace("{location}", quotable(table.tableLocation()))
                .replace("{path}", quotable(URI.create(table.tableLocation()).getPath()))
                .replace("{metadata}", quotable(metadata()));
    }

    /** Pins the version that the run wrote: the newest could be another's. */
    private String metadata() {
        String file = table.metadataFile();
        int folder = file.lastIndexOf(METADATA_FOLDER);
        if (folder < 0) {
            throw new IllegalArgumentException("Cannot publish mart %s: %s is not in the table's folder %s"
                    .formatted(table.mart(), file, METADATA_FOLDER));
        }
        return file.substring(folder);
    }

    /** As a literal. */
    static String quoted(String text) {
        return "'" + quotable(text) + "'";
    }

    private static String quotable(String text) {
        return text.replace("\\", "\\\\").replace("'", "\\'");
    }
}
