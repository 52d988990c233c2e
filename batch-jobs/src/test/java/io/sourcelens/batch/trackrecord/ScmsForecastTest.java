/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.trackrecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sourcelens.batch.forecast.Periods;
import io.sourcelens.batch.forecast.SupplierOutlook;
import io.sourcelens.batch.forecast.TrialCount;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;

/** Real deliveries of medicines: each year 2009 to 2015 forecast from what was known before it, line by line. */
class ScmsForecastTest {
    private static final Path FILE = Path.of("../../shared/data/scms_delivery_history.csv");

    private record Line(String vendor, String country, LocalDate scheduled, boolean late) {}

    private static List<Line> lines() throws SQLException {
        List<Line> lines = new ArrayList<>();
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement();
                ResultSet rows = statement.executeQuery("""
                        WITH line AS (
                            SELECT Vendor, Country, strptime("Scheduled Delivery Date", '%%d-%%b-%%y') AS scheduled,
                                   strptime("Delivered to Client Date", '%%d-%%b-%%y') AS delivered
                            FROM read_csv('%s', all_varchar = true, header = true, strict_mode = false)
                        )
                        SELECT Vendor, Country, CAST(scheduled AS date), delivered > scheduled
                        FROM line WHERE Vendor <> 'SCMS from RDC'""".formatted(FILE))) {
            while (rows.next()) {
                lines.add(new Line(
                        rows.getString(1), rows.getString(2), rows.getDate(3).toLocalDate(), rows.getBoolean(4)));
            }
        }
        return lines;
    }

    private static List<TrialCount> counts(List<Line> lines, Predicate<Line> counted, ToIntFunction<LocalDate> period) {
        Map<List<Object>, long[]> cells =
                new TreeMap<>((one, other) -> one.toString().compareTo(other.toString()));
        lines.stream().filter(counted).forEach(line -> {
            long[] cell = cells.computeIfAbsent(
                    List.of(line.vendor(), line.country(), period.applyAsInt(line.scheduled())), any -> new long[2]);
            cell[0]++;
            cell[1] += line.late() ? 1 : 0;
        });
        List<TrialCount> counts = new ArrayList<>();
        cells.forEach((key, cell) -> counts.add(
                new TrialCount((String) key.get(0), (String) key.get(1), (Integer) key.get(2), cell[0], cell[1], 0)));
        return counts;
    }

    @Test
    void yearsAreForetoldBetterThanByAnyPlainRate() throws SQLException {
        assumeTrue(
                Files.exists(FILE),
                "SKIPPED: the real file is not there; put the SCMS delivery history at " + FILE.toAbsolutePath());
        List<Line> lines = lines();
        LocalDate oldest =
                lines.stream().map(Line::scheduled).min(LocalDate::compareTo).orElseThrow();
        RateScores scores = new RateScores("late_delivery", PlainRate.ofParcels(), 365, 365);
        for (int year = 2009; year <= 2015; year++) {
            LocalDate origin = LocalDate.of(year, 1, 1);
            LocalDate next = origin.plusYears(1);
            Periods periods = Periods.before(origin, oldest, 365);
            List<TrialCount> known = counts(
                    lines,
                    line -> line.scheduled().isBefore(origin)
                            && !line.scheduled().isBefore(periods.first()),
                    periods::ago);
            List<TrialCount> came = counts(
                    lines,
                    line -> !line.scheduled().isBefore(origin)
                            && line.scheduled().isBefore(next),
                    any -> 0);
            scores.add(origin, SupplierOutlook.of(known, periods, 365), came, (at, target, count, foretold) -> {});
        }

        List<Score> summary = scores.summary("none");
        assertThat(logLoss(summary, Score.PUBLISHED)).isLessThan(0.207);
        // Of 4,174 lines two are of vendors whose last one was more than four years before.
        assertThat(summary.get(0).forecasts()).isEqualTo(4_172);
        // As measured by other means over all the years before.
        assertThat(logLoss(summary, "raw_rate")).isCloseTo(0.224, within(0.01));
        assertThat(summary)
                .filteredOn(score -> score.metric() == Metric.LOG_LOSS && score.lift() != null)
                .hasSize(PlainRate.values().length)
                .allSatisfy(score -> assertThat(score.lift().value()).isPositive());
    }

    private static double logLoss(List<Score> scores, String method) {
        return scores.stream()
                .filter(score -> score.method().equals(method) && score.metric() == Metric.LOG_LOSS)
                .findFirst()
                .orElseThrow()
                .value()
                .value();
    }
}
