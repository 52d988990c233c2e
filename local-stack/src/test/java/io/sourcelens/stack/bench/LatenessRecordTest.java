/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatenessRecordTest {
    private static final String BACKTEST = """
            {"origins": ["a", "b"], "scores": [
                {"target": "late_delivery", "metric": "log_loss", "method": "published", "value": %s, "forecasts": %d},
                {"target": "late_dispatch", "metric": "log_loss", "method": "published", "value": 9, "forecasts": 9}]}""";

    @Test
    void eachForecastOfSeveralBacktestsCountsAlike() throws Exception {
        LatenessRecord record = new LatenessRecord();
        record.add(new JsonMapper().readTree(BACKTEST.formatted("0.3", 100)));
        record.add(new JsonMapper().readTree(BACKTEST.formatted("0.1", 300)));
        record.add(new JsonMapper().readTree(BACKTEST.formatted("null", 0)));

        List<Figure> figures = record.figures();

        assertThat(figures)
                .extracting(Figure::name)
                .containsExactly(
                        "late delivery, years", "late delivery, log_loss: published", "late delivery, forecasts");
        assertThat(figures.get(0).median()).isEqualTo(6);
        assertThat(figures.get(1).median()).isCloseTo(0.15, within(1e-12));
        assertThat(figures.get(1).holds()).isTrue();
        assertThat(figures.get(2).median()).isEqualTo(400);
    }
}
