/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.fuzz;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Rows of a CSV file of order lines, half of them with cells or a shape that nobody wants. Pure. */
final class HostileRows {
    static final String HEADER = "line,order,sku,quantity,price,ordered_at\n";

    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final int MINUTES = 200_000;
    private static final int MOST_SPOILT_CELLS = 3;
    private static final List<String> RAW = List.of("\u0000", "\n", "\"", ",", "\r\n", "a\"b,c\n\"", "\uFEFF");

    private HostileRows() {}

    /** @param name tells the line apart from those of other runs */
    static String next(String name, RandomGenerator random) {
        List<String> cells = new ArrayList<>(List.of(
                name,
                name,
                "sku-" + random.nextInt(100),
                String.valueOf(random.nextInt(1, 10)),
                "%d.%02d".formatted(random.nextInt(1_000), random.nextInt(100)),
                FIRST.plus(random.nextInt(MINUTES), ChronoUnit.MINUTES).toString()));
        if (random.nextBoolean()) {
            spoil(cells, random);
        }
        return cells.stream().map(HostileRows::quoted).collect(Collectors.joining(",", "", "\n"));
    }

    private static void spoil(List<String> cells, RandomGenerator random) {
        int spoilt = random.nextInt(1, MOST_SPOILT_CELLS + 1);
        for (int i = 0; i < spoilt; i++) {
            boolean raw = random.nextInt(10) == 0;
            cells.set(
                    random.nextInt(cells.size()),
                    raw ? RAW.get(random.nextInt(RAW.size())) : HostileValues.next(random));
        }
        switch (random.nextInt(20)) {
            case 0 -> cells.remove(cells.size() - 1);
            case 1 -> cells.add("one too many");
            default -> {}
        }
    }

    private static String quoted(String cell) {
        return '"' + cell.replace("\"", "\"\"") + '"';
    }
}
