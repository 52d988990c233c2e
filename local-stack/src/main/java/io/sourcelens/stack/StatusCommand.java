/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code status}: which part runs since when, with how much memory; and how far each hop is behind. */
@Command(name = "status", description = "How every part is doing.", mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
    private static final double MEBIBYTE = 1 << 20;

    @Override
    public Integer call() {
        StackSettings settings = RunningStack.settings(SourceLens.options());
        List<PidFiles.Entry> running = new PidFiles(settings.options().state()).running();
        List<Part> parts =
                new Parts(settings).all().stream().filter(Part::stays).toList();
        System.out.printf("%-14s %8s %10s %10s  %s%n", "part", "pid", "up", "memory", "ports");
        double sum = 0;
        for (Part part : parts) {
            PidFiles.Entry entry = running.stream()
                    .filter(one -> one.name().equals(part.name()))
                    .findFirst()
                    .orElse(null);
            if (entry == null) {
                System.out.printf("%-14s %8s%n", part.name(), "not running");
                continue;
            }
            double memory = Memory.residentBytes(entry.process()) / MEBIBYTE;
            sum += memory;
            System.out.printf(
                    Locale.ROOT,
                    "%-14s %8d %10s %6.0f MiB  %s%n",
                    part.name(),
                    entry.process().pid(),
                    upSince(entry.process()),
                    memory,
                    part.ports().stream()
                            .map(port -> String.valueOf(settings.port(port)))
                            .toList());
        }
        System.out.printf(Locale.ROOT, "%-14s %8s %10s %6.0f MiB%n", "together", "", "", sum);
        if (running.isEmpty()) {
            return 1;
        }
        System.out.println();
        System.out.println(Hops.inWords(settings));
        return 0;
    }

    private static String upSince(ProcessHandle process) {
        Duration up = process.info()
                .startInstant()
                .map(start -> Duration.between(start, Instant.now()))
                .orElse(Duration.ZERO);
        return "%d:%02d:%02d".formatted(up.toHours(), up.toMinutesPart(), up.toSecondsPart());
    }
}
