/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.sourcelens.stack.chaos.KillPlan.Kill;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class KillPlanTest {
    @Test
    void everyPartIsKilledAsOftenAsEveryOtherToWithinOne() {
        Map<String, Long> kills =
                KillPlan.live(1, 97).stream().collect(Collectors.groupingBy(Kill::part, Collectors.counting()));

        assertThat(kills).containsOnlyKeys("postgres", "kafka", "connect", "flink", "clickhouse", "batch");
        assertThat(kills.values()).containsOnly(16L, 17L);
    }

    @Test
    void aHundredKillsMeetEveryMoment() {
        assertThat(KillPlan.live(1, 97))
                .extracting(Kill::moment)
                .contains(Moment.ANY, Moment.COMMIT, Moment.PUBLISH, Moment.CARE)
                .doesNotContain(Moment.SNAPSHOT);
        assertThat(KillPlan.duringSnapshot(1, 3))
                .hasSize(3)
                .extracting(Kill::moment)
                .containsOnly(Moment.SNAPSHOT);
    }

    @Test
    void theSameSeedIsTheSamePlan() {
        List<Kill> plan = KillPlan.live(7, 20);

        assertThat(KillPlan.live(7, 20)).isEqualTo(plan);
        assertThat(KillPlan.live(8, 20)).isNotEqualTo(plan);
    }
}
