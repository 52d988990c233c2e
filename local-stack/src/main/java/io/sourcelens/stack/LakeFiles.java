/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/** The lake's tables as a reader without a catalog of its own finds them. */
public final class LakeFiles {
    private LakeFiles() {}

    /**
     * The file that describes the newest version of a table; its folder's parent is the table's.
     *
     * @throws StackException if there is no such table yet
     */
    public static Path newestMetadata(StackSettings settings, String namespace, String table) throws SQLException {
        try (Connection catalog = catalog(settings)) {
            return newestMetadata(catalog, namespace, table);
        }
    }

    /** The newest version of a table, for the {@code FROM} of a query to ClickHouse. */
    public static String inClickHouse(StackSettings settings, String namespace, String table) throws SQLException {
        try (Connection catalog = catalog(settings)) {
            return inClickHouse(catalog, namespace, table);
        }
    }

    /** The same for who looks often: through a connection that stays open. */
    public static String inClickHouse(Connection catalog, String namespace, String table) throws SQLException {
        Path metadata = newestMetadata(catalog, namespace, table);
        return "icebergLocal('%s', SETTINGS iceberg_metadata_file_path = 'metadata/%s')"
                .formatted(metadata.getParent().getParent(), metadata.getFileName());
    }

    /** A connection to the lake's catalog. */
    public static Connection catalog(StackSettings settings) throws SQLException {
        return DriverManager.getConnection(
                settings.value("CATALOG_URL"), settings.value("CATALOG_USER"), settings.value("CATALOG_PASSWORD"));
    }

    private static Path newestMetadata(Connection catalog, String namespace, String table) throws SQLException {
        List<List<String>> found = Sql.rows(catalog, """
                SELECT metadata_location FROM iceberg_tables
                WHERE catalog_name = 'lake' AND table_namespace = '%s' AND table_name = '%s'""".formatted(namespace, table));
        if (found.isEmpty()) {
            throw new StackException(
                    "Cannot find table %s.%s in the lake: nothing has written it yet".formatted(namespace, table));
        }
        return Path.of(found.get(0).get(0).replaceFirst("^file:/*", "/"));
    }
}
