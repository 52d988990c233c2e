/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/** {@code reset}: forgets all data; what was installed stays. */
@Command(
        name = "reset",
        description = "Forgets all data of the local run; installed tools stay.",
        mixinStandardHelpOptions = true)
final class ResetCommand implements Callable<Integer> {
    private static final String KEPT = "tools";

    @Override
    public Integer call() throws IOException {
        Path state = SourceLens.options().state();
        if (!new PidFiles(state).running().isEmpty()) {
            throw new StackException("Cannot reset: the demo runs; ./sourcelens stop ends it");
        }
        if (Files.isDirectory(state)) {
            try (Stream<Path> entries = Files.list(state)) {
                for (Path entry : entries.filter(path -> !path.endsWith(KEPT)).toList()) {
                    delete(entry);
                }
            }
        }
        System.out.println("All data of the local run is forgotten: " + state);
        return 0;
    }

    private static void delete(Path folder) throws IOException {
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(folder)) {
            paths = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
            Files.delete(path);
        }
    }
}
