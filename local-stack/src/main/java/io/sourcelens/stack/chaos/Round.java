/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack.chaos;

import io.sourcelens.stack.JavaLaunch;
import io.sourcelens.stack.Launch;
import io.sourcelens.stack.LocalStack;
import io.sourcelens.stack.Progress;
import io.sourcelens.stack.StackSettings;
import io.sourcelens.stack.chaos.Fire.Wound;
import io.sourcelens.stack.chaos.KillPlan.Kill;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Kills in a running stack that has its history, under live traffic of this round's own, and what they did. */
public final class Round {
    private final LocalStack stack;
    private final StackSettings settings;
    private final Progress progress;
    private final Fire fire;
    private final List<Wound> wounds = new ArrayList<>();

    public Round(LocalStack stack, Progress progress) {
        this.stack = stack;
        this.settings = stack.settings();
        this.progress = progress;
        this.fire = new Fire(stack, progress);
    }

    /** Kills while the history arrives, a share of it between one kill and the next. */
    void whileHistoryArrives(List<Kill> kills, long rowsBetween) throws InterruptedException {
        for (Kill kill : kills) {
            wounds.add(fire.whileHistoryArrives(kill, wounds.size() * rowsBetween + 1));
        }
    }

    /**
     * Kills under traffic, then lets the chain settle and compares.
     *
     * @param seed the same seed is the same plan
     * @param rate orders per second
     */
    public ChaosReport underTraffic(long seed, int kills, double rate)
            throws SQLException, IOException, InterruptedException {
        Audit audit = Audit.begin(settings);
        try (Traffic traffic = Traffic.begin(live(rate), settings.state("logs").resolve("traffic.log"))) {
            for (Kill kill : KillPlan.live(seed, kills)) {
                traffic.requireGoingOn();
                wounds.add(fire.live(kill));
            }
        }
        List<Difference> tables = new Settled(stack, new Comparison(settings, audit), progress).tables();
        return new ChaosReport(List.copyOf(wounds), tables, MartFingerprints.of(settings), Map.of());
    }

    private Launch live(double rate) {
        return new JavaLaunch(settings)
                .of(
                        "ingestion",
                        "io.sourcelens.ingestion.simulator.SimulatorMain",
                        256,
                        List.of(),
                        List.of(
                                "live",
                                "--rate",
                                String.valueOf(rate),
                                "--truth",
                                settings.state("truth.json").toString()));
    }
}
