/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.trackrecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ListMetricsTest {
    /** Published values are rounded to their third decimal. */
    private static final double ROUNDED = 5e-4;

    private static List<String> skus(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj("s%03d"::formatted).toList();
    }

    /** The worked example of Wikipedia's "Discounted cumulative gain": 6.861 ÷ 8.740 = 0.785. */
    @Test
    void ndcgIsThatOfAPublishedExample() {
        Map<String, Double> relevance =
                Map.of("d1", 3.0, "d2", 2.0, "d3", 3.0, "d5", 1.0, "d6", 2.0, "d7", 3.0, "d8", 2.0);
        List<String> list = List.of("d1", "d2", "d3", "d4", "d5", "d6");

        assertThat(new ListMetrics(relevance).ndcg(list, 6)).isCloseTo(0.785, within(ROUNDED));
    }

    @Test
    void theIdealListHasNdcgOneAndAListWithoutAnythingRelevantZero() {
        ListMetrics metrics = new ListMetrics(Map.of("a", 5.0, "b", 2.0, "c", 1.0));

        assertThat(metrics.ndcg(List.of("a", "b", "c", "d"), 100)).isEqualTo(1);
        assertThat(metrics.ndcg(List.of("d", "e"), 100)).isZero();
        assertThat(metrics.ndcg(List.of(), 100)).isZero();
    }

    @Test
    void ndcgLooksAtTheFirstPlacesOnly() {
        ListMetrics metrics = new ListMetrics(Map.of("a", 1.0, "b", 1.0, "c", 1.0));

        assertThat(metrics.ndcg(List.of("a", "x", "b", "c"), 2))
                .isCloseTo(1 / (1 + 1 / 1.584962500721156), within(1e-12));
    }

    @Test
    void precisionIsTheShareOfTheFirstPlacesThatWentToTheHundredMostRelevant() {
        Map<String, Double> relevance = skus(1, 150).stream()
                .collect(Collectors.toMap(sku -> sku, sku -> 200.0 - Integer.parseInt(sku.substring(1))));
        ListMetrics metrics = new ListMetrics(relevance);

        assertThat(metrics.precision(skus(91, 110), 20)).isEqualTo(0.5);
        assertThat(metrics.precision(skus(81, 150), 20)).isEqualTo(1);
        assertThat(metrics.precision(skus(101, 150), 20)).isZero();
    }

    @Test
    void emptyPlacesAreMissesSoAShortListIsNoBetterForIt() {
        assertThat(new ListMetrics(Map.of("a", 1.0)).precision(List.of("a"), 20))
                .isEqualTo(0.05);
    }

    @Test
    void amongEquallyRelevantTheSmallerSkuIsTheMoreRelevant() {
        Map<String, Double> relevance = skus(1, 101).stream().collect(Collectors.toMap(sku -> sku, any -> 1.0));

        assertThat(new ListMetrics(relevance).mostRelevant())
                .hasSize(100)
                .contains("s100")
                .doesNotContain("s101");
    }

    @Test
    void whereNothingWasRelevantNothingCanBeMeasured() {
        ListMetrics metrics = new ListMetrics(Map.of());

        assertThat(metrics.ndcg(List.of("a"), 100)).isNull();
        assertThat(metrics.precision(List.of("a"), 20)).isNull();
    }
}
