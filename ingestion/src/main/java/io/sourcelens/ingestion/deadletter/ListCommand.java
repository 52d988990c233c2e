/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.deadletter;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code list}: how many there are of what, and the newest. */
@Command(name = "list", description = "How many there are of what, and the newest.", mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {
    @Mixin
    private Selection selection = Selection.all();

    @Option(names = "--newest", description = "How many of the newest (${DEFAULT-VALUE}).", defaultValue = "10")
    private long newest;

    @Option(names = "--closed", description = "Also those that were replayed, and the marks.")
    private boolean closed;

    @Override
    public Integer call() {
        LetterLake lake = LetterLake.of(System.getenv());
        List<LetterCount> counts = lake.counts(selection, closed);
        if (counts.isEmpty()) {
            System.out.println("There are no dead letters.");
            return 0;
        }
        System.out.printf(
                "%-16s %-22s %-16s %-22s %12s  %s%n", "marketplace", "source", "entity", "reason", "letters", "newest");
        counts.forEach(ListCommand::print);
        System.out.printf("%n%-36s %-16s %-20s %s%n", "id", "entity", "reason", "detail");
        try (Stream<StoredLetter> letters = lake.letters(selection, "", closed, newest)) {
            letters.forEach(ListCommand::print);
        }
        System.out.printf("%n./sourcelens dead-letters show ID shows one whole; replay sends it again.%n");
        return 0;
    }

    private static void print(LetterCount count) {
        System.out.printf(
                "%-16s %-22s %-16s %-22s %,12d  %s%n",
                cell(count.marketplace(), 16),
                cell(count.source(), 22),
                cell(count.entity(), 16),
                cell(count.reason(), 22),
                count.letters(),
                count.newest());
    }

    private static void print(StoredLetter letter) {
        System.out.printf(
                "%-36s %-16s %-20s %s%n",
                cell(letter.id(), 36),
                cell(letter.entity(), 16),
                cell(letter.reason(), 20),
                cell(letter.detail(), 100));
    }

    private static String cell(String text, int width) {
        String shown = ReadableBytes.escaped(text).replace('\n', ' ');
        return shown.length() <= width ? shown : shown.substring(0, width - 1) + "…";
    }
}
