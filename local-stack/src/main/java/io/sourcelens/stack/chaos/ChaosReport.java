/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack.chaos;

import io.sourcelens.stack.bench.BenchReport;
import io.sourcelens.stack.bench.Figure;
import io.sourcelens.stack.chaos.Fire.Wound;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the kills did.
 *
 * @param marts fingerprints of what readers saw after the fire
 * @param unharmed the same after a run that nothing happened to
 */
public record ChaosReport(
        List<Wound> wounds, List<Difference> tables, Map<String, String> marts, Map<String, String> unharmed) {

    /** All tables together. */
    public Difference total() {
        return Difference.total(tables);
    }

    ChaosReport withUnharmed(Map<String, String> fingerprints) {
        return new ChaosReport(wounds, tables, marts, fingerprints);
    }

    /** Marts that are missing, left over, or other than those of the unharmed run. */
    long differingMarts() {
        TreeSet<String> names = new TreeSet<>(marts.keySet());
        names.addAll(unharmed.keySet());
        return names.stream()
                .filter(name -> !marts.getOrDefault(name, "absent").equals(unharmed.getOrDefault(name, "absent")))
                .count();
    }

    public String table() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%n%-18s %10s %6s %8s %9s %10s %10s%n",
                "table",
                "committed",
                "lost",
                "doubled",
                "invented",
                "rows now",
                "differing"));
        List<Difference> lines = new ArrayList<>(tables);
        lines.add(total());
        for (Difference line : lines) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-18s %,10d %6d %8d %9d %,10d %10d%n",
                    line.table(),
                    line.committed(),
                    line.lost(),
                    line.doubled(),
                    line.invented(),
                    line.rows(),
                    line.differing()));
        }
        text.append(String.format(Locale.ROOT, "%n%-28s %-34s %s%n", "mart", "after the kills", "unharmed"));
        new TreeSet<>(unharmed.keySet())
                .forEach(mart -> text.append(
                        String.format(Locale.ROOT, "%-28s %-34s %s%n", mart, marts.get(mart), unharmed.get(mart))));
        return text.toString();
    }

    /** @return exit code: 0 when nothing was lost, doubled or other */
    int publish(Path home) throws IOException, InterruptedException {
        Difference total = total();
        List<Figure> figures = new ArrayList<>(List.of(
                Figure.of("kills", "kills", null, wounds.size()),
                Figure.of("changes committed meanwhile", "changes", null, total.committed()),
                Figure.of("lost changes", "changes", 0.0, total.lost()),
                Figure.of("doubled changes", "changes", 0.0, total.doubled()),
                Figure.of("changes that nobody made", "changes", 0.0, total.invented()),
                Figure.of("rows of the current state that differ", "rows", 0.0, total.differing()),
                Figure.of("marts that differ from an unharmed run", "marts", 0.0, differingMarts())));
        byPart().forEach((part, seconds) ->
                figures.add(Figure.of("%s killed until rows flow again".formatted(part), "s", null, seconds)));
        byMoment()
                .forEach((moment, count) ->
                        figures.add(Figure.of("kills at moment %s".formatted(moment), "kills", null, count)));
        return BenchReport.of(home, "chaos", 1, figures).publish(home);
    }

    private Map<String, double[]> byPart() {
        Map<String, double[]> seconds = new TreeMap<>();
        wounds.stream()
                .collect(Collectors.groupingBy(Wound::part))
                .forEach((part, list) -> seconds.put(
                        part, list.stream().mapToDouble(Wound::seconds).toArray()));
        return seconds;
    }

    private Map<String, Long> byMoment() {
        return wounds.stream()
                .collect(Collectors.groupingBy(
                        wound -> wound.moment().name().toLowerCase(Locale.ROOT), TreeMap::new, Collectors.counting()));
    }
}
