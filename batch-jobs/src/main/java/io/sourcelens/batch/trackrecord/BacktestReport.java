/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.trackrecord;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A backtest as people and programs read it. */
record BacktestReport(String subject, BacktestPlan plan, Backtest backtest, String runId) {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final String LINE = "%-14s %7s %-12s %-34s %8s  %-16s  %8s  %-16s";

    /** A table, one line per figure. */
    List<String> table() {
        List<String> lines = new ArrayList<>();
        lines.add(title());
        lines.add(LINE.formatted("target", "horizon", "metric", "method", "value", "95 %", "lift", "95 %")
                .stripTrailing());
        backtest.scores().forEach(score -> lines.add(line(score).stripTrailing()));
        return lines;
    }

    private String title() {
        List<LocalDate> origins = backtest.origins();
        return "%s of %s: %s"
                .formatted(
                        subject,
                        plan.marketplace().id(),
                        origins.isEmpty()
                                ? "no origins"
                                : "%d origins, %s to %s, every %d days"
                                        .formatted(
                                                origins.size(),
                                                origins.get(0),
                                                origins.get(origins.size() - 1),
                                                plan.stepDays()));
    }

    private static String line(Score score) {
        return LINE.formatted(
                score.target(),
                score.horizonDays() + " d",
                score.metric().column(),
                score.method(),
                value(score.value()),
                score.reason() == null ? range(score.value()) : score.reason(),
                value(score.lift()),
                range(score.lift()));
    }

    private static String value(@Nullable Interval interval) {
        return interval == null ? "" : rounded(interval.value());
    }

    private static String range(@Nullable Interval interval) {
        return interval == null || interval.low() == null
                ? ""
                : rounded(interval.low()) + " – " + rounded(interval.high());
    }

    /** Writes it as JSON. */
    void write(Path file, Path predictions) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("subject", subject);
        json.put("marketplace", plan.marketplace().id());
        json.put("as_of", plan.marketplace().knownUntil().toString());
        json.put("run_id", runId);
        json.put("horizon_days", plan.horizonDays());
        json.put("step_days", plan.stepDays());
        json.put("origins", backtest.origins().stream().map(LocalDate::toString).toList());
        json.put("predictions", predictions.getFileName().toString());
        json.put("scores", backtest.scores().stream().map(BacktestReport::json).toList());
        try {
            JSON.writeValue(file.toFile(), json);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    private static Map<String, Object> json(Score score) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("target", score.target());
        json.put("horizon_days", score.horizonDays());
        json.put("method", score.method());
        json.put("metric", score.metric().column());
        json.put("origins", score.origins());
        json.put("forecasts", score.forecasts());
        put(json, "value", score.value());
        put(json, "lift", score.lift());
        json.put("reason", score.reason());
        return json;
    }

    private static void put(Map<String, Object> json, String name, @Nullable Interval interval) {
        json.put(name, interval == null ? null : interval.value());
        json.put(name + "_low", interval == null ? null : interval.low());
        json.put(name + "_high", interval == null ? null : interval.high());
    }

    /** Nothing is not less than nothing. */
    static String rounded(double value) {
        String text = String.format(Locale.ROOT, "%.3f", value);
        return text.equals("-0.000") ? "0.000" : text;
    }
}
