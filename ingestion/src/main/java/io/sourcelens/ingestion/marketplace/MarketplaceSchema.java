/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.marketplace;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Applies the versioned SQL of the reference marketplace: each file once, in order, all or nothing. */
public final class MarketplaceSchema {
    private static final List<String> VERSIONS =
            List.of("V001__reference_schema", "V002__simulator_state", "V003__buyers");

    /** Any fixed number: two processes that start at once wait for each other. */
    private static final long LOCK = 7_301_201L;

    private MarketplaceSchema() {}

    /**
     * Brings the connected database up to the newest version, in one transaction that is committed at the end.
     *
     * @return the names of the versions that were missing
     */
    public static List<String> apply(Connection connection) throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_xact_lock(" + LOCK + ")");
            statement.execute("""
                    create table if not exists public.marketplace_schema_version (
                        version text primary key,
                        applied_at timestamptz not null default now()
                    )""");
            Set<String> applied = applied(statement);
            List<String> missing = VERSIONS.stream()
                    .filter(version -> !applied.contains(version))
                    .toList();
            for (String version : missing) {
                statement.execute(sql(version));
                record(connection, version);
            }
            connection.commit();
            return missing;
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(autoCommit);
        }
    }

    private static Set<String> applied(Statement statement) throws SQLException {
        Set<String> applied = new HashSet<>();
        try (ResultSet rows = statement.executeQuery("select version from public.marketplace_schema_version")) {
            while (rows.next()) {
                applied.add(rows.getString(1));
            }
        }
        return applied;
    }

    private static void record(Connection connection, String version) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into public.marketplace_schema_version (version) values (?)")) {
            insert.setString(1, version);
            insert.executeUpdate();
        }
    }

    private static String sql(String version) {
        String path = "marketplace/" + version + ".sql";
        try (InputStream stream = MarketplaceSchema.class.getClassLoader().getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException(
                        "Cannot find schema version: " + path + "; the resource is missing from the class path");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read schema version: " + path, e);
        }
    }
}
