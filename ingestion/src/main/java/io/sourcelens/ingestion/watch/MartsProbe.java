/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.watch;

import com.fasterxml.jackson.databind.JsonNode;
import io.sourcelens.ingestion.watch.Reading.Marts;
import io.sourcelens.ingestion.watch.Reading.Refreshes;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What people read, as ClickHouse has it, and who refreshes it. */
final class MartsProbe {
    private static final Pattern RUNNING = Pattern.compile("(?m)^sourcelens_refresh_running (\\d+)");
    private static final Pattern FAILED =
            Pattern.compile("(?m)^sourcelens_refreshes_total\\{status=\"failed\"} (\\d+)");

    private final Http http;
    private final WatchSettings settings;

    MartsProbe(Http http, WatchSettings settings) {
        this.http = http;
        this.settings = settings;
    }

    Refreshes refreshes() throws IOException, InterruptedException {
        return parse(http.text(settings.batch().resolve("/metrics")));
    }

    static Refreshes parse(String metrics) {
        return new Refreshes(number(RUNNING, metrics) > 0, number(FAILED, metrics));
    }

    private static long number(Pattern sample, String metrics) {
        Matcher matcher = sample.matcher(metrics);
        return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
    }

    Marts marts() throws IOException, InterruptedException {
        JsonNode age = query("SELECT toUnixTimestamp64Milli(max(latest_ingested_at)) FROM api.freshness");
        long millis = age.path(0).path(0).asLong();
        return new Marts(millis == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis)));
    }

    /** Dead letters by reason, without those that have been sent again. */
    Map<String, Long> rejected() {
        Map<String, Long> reasons = new TreeMap<>();
        try (Stream<String> lines =
                settings.lake().query("""
                SELECT reason, count() FROM %s WHERE reason <> 'replayed' GROUP BY reason FORMAT TabSeparated""".formatted(settings.lake().table("dead_letter")), Map.of())) {
            lines.map(line -> line.split("\t")).forEach(row -> reasons.put(row[0], Long.valueOf(row[1])));
        }
        return reasons;
    }

    private JsonNode query(String sql) throws IOException, InterruptedException {
        return http.query(settings.clickHouse(), settings.clickHousePassword(), sql)
                .path("data");
    }
}
