/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.history.sketch;

import io.sourcelens.ingestion.history.mapping.ImportException;
import io.sourcelens.ingestion.history.mapping.Sql;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Tries formats of times with the reader that the import uses. */
final class TimeFormats implements AutoCloseable {
    private static final List<String> DATES = List.of(
            "%d.%m.%Y",
            "%d/%m/%Y",
            "%m/%d/%Y",
            "%d.%m.%y",
            "%d/%m/%y",
            "%m/%d/%y",
            "%d-%m-%Y",
            "%m-%d-%Y",
            "%d-%b-%y",
            "%d-%b-%Y",
            "%d %b %Y",
            "%b %d, %Y",
            "%B %d, %Y",
            "%Y/%m/%d",
            "%Y.%m.%d",
            "%Y年%m月%d日");
    private static final List<String> CLOCKS = List.of("", " %H:%M", " %H:%M:%S", " %I:%M %p");
    private static final List<String> OTHERS = List.of("%Y-%m-%d %H:%M:%S %z", "%Y%m%d");

    private final Connection connection;

    TimeFormats() {
        try {
            connection = DriverManager.getConnection("jdbc:duckdb:");
        } catch (SQLException e) {
            throw refusal(e);
        }
    }

    /** How many of the texts each format reads as a time between 1990 and 2100, the most first; those that read none are left out. */
    Map<String, Long> read(Collection<String> texts) {
        Map<String, String> readings = readings();
        String counts = readings.values().stream()
                .map("count(*) filter (year(%s) between 1990 and 2099)"::formatted)
                .collect(Collectors.joining(", "));
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(
                        "select %s from (select unnest([%s]::varchar[]) as t)".formatted(counts, Sql.texts(texts)))) {
            result.next();
            Map<String, Long> read = new LinkedHashMap<>();
            int index = 0;
            for (String format : readings.keySet()) {
                long count = result.getLong(++index);
                if (count > 0) {
                    read.put(format, count);
                }
            }
            return sorted(read);
        } catch (SQLException e) {
            throw refusal(e);
        }
    }

    /** The texts that a format does not read. */
    List<String> unread(Collection<String> texts, String format) {
        String query = "select t from (select unnest([%s]::varchar[]) as t) where %s is null"
                .formatted(Sql.texts(texts), readings().get(format));
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            List<String> unread = new ArrayList<>();
            while (result.next()) {
                unread.add(result.getString(1));
            }
            return unread;
        } catch (SQLException e) {
            throw refusal(e);
        }
    }

    private static Map<String, String> readings() {
        Map<String, String> readings = new LinkedHashMap<>();
        readings.put(
                "iso8601",
                "case when regexp_matches(t, '^\\d{4}-\\d\\d?-\\d\\d?') then try_cast(t as timestamptz) end");
        CLOCKS.forEach(clock -> DATES.forEach(
                date -> readings.put(date + clock, "try_strptime(t, %s)".formatted(Sql.text(date + clock)))));
        OTHERS.forEach(format -> readings.put(format, "try_strptime(t, %s)".formatted(Sql.text(format))));
        readings.put(
                "epoch_seconds",
                "case when regexp_full_match(t, '\\d{10}') then to_timestamp(try_cast(t as bigint)) end");
        readings.put(
                "epoch_millis",
                "case when regexp_full_match(t, '\\d{13}') then to_timestamp(try_cast(t as bigint) / 1000) end");
        return readings;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw refusal(e);
        }
    }

    private static Map<String, Long> sorted(Map<String, Long> counts) {
        Map<String, Long> sorted = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    private static ImportException refusal(SQLException e) {
        return new ImportException(
                "Cannot try formats of times: %s; write the mapping by hand".formatted(e.getMessage()), e);
    }
}
