/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.deadletter;

import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code replay}: sends the original records to their topics again, through the same gate. */
@Command(
        name = "replay",
        description = "Sends the original records again: one by its ID, those chosen, or --all.",
        mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID", arity = "0..1", description = "As list says it.", defaultValue = "")
    private String id = "";

    @Mixin
    private Selection selection = Selection.all();

    @Option(names = "--all", description = "Whatever is open.")
    private boolean all;

    @Option(
            names = "--limit",
            description = "At most this many, the newest first.",
            defaultValue = "9223372036854775807")
    private long limit;

    @Override
    public Integer call() {
        if (id.isEmpty() && selection.isAll() && !all) {
            throw new DeadLetterException("Cannot replay: nothing is chosen; name an ID, a filter, or --all");
        }
        LetterLake lake = LetterLake.of(System.getenv());
        if (!id.isEmpty()) {
            ShowCommand.find(lake, id);
        }
        String bootstrap = System.getenv().getOrDefault("SOURCELENS_KAFKA_BOOTSTRAP", "127.0.0.1:19092");
        try (Replay replay = new Replay(bootstrap);
                Stream<StoredLetter> letters = lake.letters(selection, id, false, limit)) {
            System.out.print(replay.run(letters.iterator()).text());
            Arrival.await(lake, replay.last());
        }
        return 0;
    }
}
