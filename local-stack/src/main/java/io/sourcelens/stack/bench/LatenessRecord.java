/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How good forecasts of late delivery were over several backtests: each forecast counts alike. */
final class LatenessRecord {
    private static final double LOG_LOSS_GOAL = 0.207;

    private final Map<String, Sum> sums = new LinkedHashMap<>();
    private int origins;

    private record Sum(double total, double forecasts) {
        Sum and(Sum more) {
            return new Sum(total + more.total, forecasts + more.forecasts);
        }

        double mean() {
            return total / forecasts;
        }
    }

    void add(JsonNode backtest) {
        origins += backtest.path("origins").size();
        for (JsonNode score : backtest.path("scores")) {
            // What tiers had is no forecast.
            if (score.path("target").asText().equals("late_delivery")
                    && !score.path("metric").asText().equals("rate")
                    && !score.path("value").isNull()) {
                double forecasts = score.path("forecasts").asDouble();
                sums.merge(
                        "%s: %s"
                                .formatted(
                                        score.path("metric").asText(),
                                        score.path("method").asText()),
                        new Sum(score.path("value").asDouble() * forecasts, forecasts),
                        Sum::and);
            }
        }
    }

    List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.of("late delivery, years", "", null, origins));
        sums.forEach((name, sum) -> {
            boolean judged = name.equals("log_loss: published");
            figures.add(Figure.of("late delivery, " + name, "", judged ? LOG_LOSS_GOAL : null, sum.mean()));
            if (judged) {
                figures.add(Figure.of("late delivery, forecasts", "lines", null, sum.forecasts()));
            }
        });
        return figures;
    }
}
