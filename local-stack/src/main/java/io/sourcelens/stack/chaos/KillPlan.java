/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Who is killed when: the same seed is the same plan. Pure. */
final class KillPlan {
    /** Parts, and the moments at which each has something to lose. */
    private static final Map<String, List<Moment>> MOMENTS = Map.of(
            "postgres", List.of(Moment.ANY, Moment.COMMIT, Moment.PUBLISH),
            "kafka", List.of(Moment.ANY, Moment.COMMIT),
            "connect", List.of(Moment.ANY),
            "flink", List.of(Moment.ANY, Moment.COMMIT),
            "clickhouse", List.of(Moment.ANY, Moment.PUBLISH),
            "batch", List.of(Moment.ANY, Moment.PUBLISH, Moment.CARE));

    private static final List<String> PARTS = MOMENTS.keySet().stream().sorted().toList();
    /** The chain before the lake: only these have part in reading the history. */
    private static final List<String> SNAPSHOT_PARTS = List.of("connect", "kafka", "flink", "postgres");

    private static final int LONGEST_PAUSE_MILLIS = 4_000;
    private static final int LONGEST_DELAY_MILLIS = 1_500;

    private KillPlan() {}

    /**
     * One kill.
     *
     * @param pause before the moment is looked for
     * @param delay after the moment has come
     */
    record Kill(String part, Moment moment, Duration pause, Duration delay) {}

    /** Kills under live traffic: every part as often as every other, to within one. */
    static List<Kill> live(long seed, int kills) {
        Random random = new Random(seed);
        List<Kill> plan = new ArrayList<>();
        while (plan.size() < kills) {
            List<String> round = new ArrayList<>(PARTS);
            Collections.shuffle(round, random);
            for (String part : round.subList(0, Math.min(round.size(), kills - plan.size()))) {
                List<Moment> moments = MOMENTS.get(part);
                plan.add(kill(part, moments.get(random.nextInt(moments.size())), random));
            }
        }
        return List.copyOf(plan);
    }

    /** Kills while the history is captured, at most one of each part. */
    static List<Kill> duringSnapshot(long seed, int kills) {
        Random random = new Random(seed);
        List<String> parts = new ArrayList<>(SNAPSHOT_PARTS);
        Collections.shuffle(parts, random);
        return parts.stream()
                .limit(kills)
                .map(part -> kill(part, Moment.SNAPSHOT, random))
                .toList();
    }

    private static Kill kill(String part, Moment moment, Random random) {
        return new Kill(
                part,
                moment,
                Duration.ofMillis(random.nextInt(LONGEST_PAUSE_MILLIS)),
                Duration.ofMillis(random.nextInt(LONGEST_DELAY_MILLIS)));
    }
}
