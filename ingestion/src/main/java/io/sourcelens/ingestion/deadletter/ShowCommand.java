/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.deadletter;

import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code show}: everything about one, with its original bytes. */
@Command(name = "show", description = "Everything about one, with its original bytes.", mixinStandardHelpOptions = true)
final class ShowCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ID", description = "As list says it.")
    private String id = "";

    @Option(names = "--raw", description = "Nothing but the original bytes.")
    private boolean raw;

    @Override
    public Integer call() {
        StoredLetter letter = find(LetterLake.of(System.getenv()), id);
        if (raw) {
            System.out.writeBytes(letter.record());
            System.out.flush();
            return 0;
        }
        print("id", letter.id());
        print("state", letter.open() ? "open" : "closed: replayed, or a mark");
        print("ingested", letter.ingestedAt() + " UTC");
        print("marketplace", letter.marketplace());
        print("entity", letter.entity());
        print("reason", letter.reason());
        print("detail", letter.detail());
        print("source", letter.source());
        print("origin", letter.origin());
        print("key", ReadableBytes.of(letter.recordKey()));
        print("record", "%,d bytes".formatted(letter.record().length));
        System.out.println(ReadableBytes.of(letter.record()));
        return 0;
    }

    static StoredLetter find(LetterLake lake, String id) {
        try (Stream<StoredLetter> letters = lake.letters(Selection.all(), id, true, 1)) {
            return letters.findFirst()
                    .orElseThrow(() -> new DeadLetterException(
                            "Cannot find dead letter %s; ./sourcelens dead-letters list shows ids".formatted(id)));
        }
    }

    private static void print(String name, String value) {
        System.out.printf("%-12s %s%n", name, ReadableBytes.escaped(value));
    }
}
