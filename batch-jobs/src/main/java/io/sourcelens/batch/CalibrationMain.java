/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.sourcelens.batch.calibration.Calibration;
import io.sourcelens.batch.calibration.Finding;
import io.sourcelens.batch.change.ChangeAlarms;
import io.sourcelens.batch.forecast.ForecastCoverage;
import io.sourcelens.batch.forecast.Movement;
import io.sourcelens.batch.fulfilment.CarrierWeeks;
import io.sourcelens.batch.fulfilment.FulfilmentCoverage;
import io.sourcelens.batch.fulfilment.UndeliveredParcels;
import io.sourcelens.batch.ranking.TrendingLead;
import io.sourcelens.batch.stock.StockOutReliability;
import io.sourcelens.batch.supplier.DefectLag;
import io.sourcelens.batch.supplier.RateCoverage;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** Every estimator in made-up worlds, for {@code bench calibration}. It needs neither lake nor server. */
public final class CalibrationMain {
    private static final ObjectMapper JSON = new ObjectMapper();

    private CalibrationMain() {}

    private static List<Calibration> all(SparkSession spark) {
        return List.of(
                new RateCoverage(300),
                new DefectLag(6_000),
                new FulfilmentCoverage(400),
                new UndeliveredParcels(2_000),
                new CarrierWeeks(120),
                new ForecastCoverage(30, 240, Movement.USUAL),
                new ForecastCoverage(90, 240, Movement.USUAL),
                new ForecastCoverage(90, 240, Movement.STEADY),
                new ForecastCoverage(90, 240, Movement.FAST),
                ForecastCoverage.ofDefects(30, 240),
                ForecastCoverage.ofDefects(90, 240),
                new ChangeAlarms(1_000),
                new StockOutReliability(8, 500),
                new TrendingLead(spark, 1_000));
    }

    /** @param arguments file for one JSON object a figure and world, worlds of each question */
    public static void main(String[] arguments) throws IOException {
        SparkSession spark = session();
        try (PrintStream findings = new PrintStream(Files.newOutputStream(Path.of(arguments[0])), true)) {
            for (Calibration calibration : all(spark)) {
                for (int seed = 1; seed <= Integer.parseInt(arguments[1]); seed++) {
                    for (Finding finding : calibration.of(seed)) {
                        findings.println(JSON.writeValueAsString(finding));
                    }
                }
            }
        } finally {
            spark.stop();
        }
    }

    private static SparkSession session() {
        return SparkSession.builder()
                .appName("sourcelens-calibration")
                .master("local[2]")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.ui.enabled", "false")
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.shuffle.partitions", "2")
                .getOrCreate();
    }
}
