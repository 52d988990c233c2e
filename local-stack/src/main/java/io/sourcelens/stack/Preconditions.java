/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack;

import io.sourcelens.engines.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;

/** What must hold on this machine before anything starts. */
final class Preconditions {
    static final long NEEDED_DISK_BYTES = 4L << 30;

    private Preconditions() {}

    static void check(StackSettings settings, List<Part> parts) {
        requireDisk(settings);
        parts.stream()
                .filter(Part::stays)
                .forEach(part -> part.ports().forEach(port -> {
                    int number = settings.port(port);
                    if (!Ports.isFree(number)) {
                        throw new StackException(
                                "Cannot start %s: port %d is taken; stop what listens there, or use --port-offset 1000"
                                        .formatted(part.name(), number));
                    }
                }));
        List<String> missing = Tool.missing(Tool.FOR_DEMO);
        if (!missing.isEmpty()) {
            throw new StackException("Cannot start: missing on this machine: %s; ./sourcelens doctor says more"
                    .formatted(String.join(", ", missing)));
        }
    }

    private static void requireDisk(StackSettings settings) {
        long free = freeDiskBytes(settings);
        if (free < NEEDED_DISK_BYTES) {
            throw new StackException(String.format(
                    Locale.ROOT,
                    "Cannot start: %.1f GiB are free at %s and 4 are needed; free some, or ./sourcelens reset",
                    free / (double) (1L << 30),
                    settings.options().state()));
        }
    }

    static long freeDiskBytes(StackSettings settings) {
        try {
            Files.createDirectories(settings.options().state());
            return Files.getFileStore(settings.options().state()).getUsableSpace();
        } catch (IOException e) {
            throw new StackException(
                    "Cannot use %s: %s".formatted(settings.options().state(), e), e);
        }
    }
}
