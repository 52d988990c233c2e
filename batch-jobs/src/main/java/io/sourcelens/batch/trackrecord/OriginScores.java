/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.trackrecord;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Figures of every method at every origin, and what they come to. */
public final class OriginScores {
    private final String target;
    private final int horizonDays;
    private final int stepDays;
    private final Map<Key, Series> series = new LinkedHashMap<>();

    private record Key(String method, Metric metric) {}

    private static final class Series {
        private final SortedMap<LocalDate, Double> values = new TreeMap<>();
        private long forecasts;
    }

    public OriginScores(String target, int horizonDays, int stepDays) {
        this.target = target;
        this.horizonDays = horizonDays;
        this.stepDays = stepDays;
    }

    /** Says that a method is measured, so that it has a figure, or none with a reason, even without any origin. */
    public void expect(String method, Metric metric) {
        series.putIfAbsent(new Key(method, metric), new Series());
    }

    /**
     * Adds a figure of one origin.
     *
     * @param value null if it cannot be measured there
     * @param forecasts how many forecasts it is made of
     */
    public void add(LocalDate origin, String method, Metric metric, @Nullable Double value, long forecasts) {
        Series ofMethod = series.computeIfAbsent(new Key(method, metric), any -> new Series());
        if (value != null) {
            ofMethod.values.put(origin, value);
            ofMethod.forecasts += forecasts;
        }
    }

    /** Means over the origins, and lifts of the published method over the others. */
    public List<Score> summary(String reasonIfNone) {
        List<Score> scores = new ArrayList<>();
        series.forEach((key, ofMethod) -> scores.add(new Score(
                target,
                horizonDays,
                key.method(),
                key.metric(),
                ofMethod.values.size(),
                ofMethod.forecasts,
                mean(ofMethod.values),
                mean(lifts(key, ofMethod)),
                ofMethod.values.isEmpty() ? reasonIfNone : null)));
        return scores;
    }

    private SortedMap<LocalDate, Double> lifts(Key key, Series ofMethod) {
        SortedMap<LocalDate, Double> lifts = new TreeMap<>();
        Series published = series.get(new Key(Score.PUBLISHED, key.metric()));
        if (published == null || published == ofMethod || !key.metric().ranksMethods()) {
            return lifts;
        }
        ofMethod.values.forEach((origin, theirs) -> {
            Double ours = published.values.get(origin);
            if (ours != null) {
                lifts.put(origin, key.metric().lift(ours, theirs));
            }
        });
        return lifts;
    }

    private @Nullable Interval mean(SortedMap<LocalDate, Double> values) {
        return values.isEmpty()
                ? null
                : Bootstrap.of(values.size(), horizonDays, stepDays)
                        .mean(values.values().stream()
                                .mapToDouble(Double::doubleValue)
                                .toArray());
    }
}
