/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.publish;

import java.util.Map;

/**
 * Where marts are published and how that server reads the lake.
 *
 * @param url JDBC address of ClickHouse
 * @param password of the user {@code writer}
 * @param lakeFunction the table function by which ClickHouse reads one version of a lake table; {@code {location}}
 *     stands for the table's location, {@code {path}} for the path in it, {@code {metadata}} for the version. A server
 *     with S3: {@code icebergS3(lake, filename = '{path}', SETTINGS iceberg_metadata_file_path = '{metadata}')} with a
 *     named collection {@code lake}.
 */
public record PublishConfiguration(String url, String password, String lakeFunction) {
    /** For a server that works in the warehouse's folder. */
    public static final String LOCAL_LAKE =
            "icebergLocal('{path}', SETTINGS iceberg_metadata_file_path = '{metadata}')";

    static final String USER = "writer";

    public PublishConfiguration {
        boolean namesTable = lakeFunction.contains("{path}") || lakeFunction.contains("{location}");
        if (!namesTable || !lakeFunction.contains("{metadata}")) {
            throw new IllegalArgumentException(
                    "Cannot read the lake with %s: put {path} or {location}, and {metadata} into SOURCELENS_CLICKHOUSE_LAKE_FUNCTION"
                            .formatted(lakeFunction));
        }
    }

    public static PublishConfiguration of(Map<String, String> environment) {
        return new PublishConfiguration(
                environment.getOrDefault("SOURCELENS_CLICKHOUSE_URL", "jdbc:clickhouse://127.0.0.1:18123"),
                environment.getOrDefault("SOURCELENS_CLICKHOUSE_WRITER_PASSWORD", USER),
                environment.getOrDefault("SOURCELENS_CLICKHOUSE_LAKE_FUNCTION", LOCAL_LAKE));
    }
}
