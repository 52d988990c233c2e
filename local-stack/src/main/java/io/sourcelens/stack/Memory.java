/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Resident memory of processes, from /proc. */
public final class Memory {
    private static final long KIBIBYTE = 1024;

    private Memory() {}

    /** Of a process and all it has started, in bytes; shared pages are counted once. 0 when it has ended. */
    public static long residentBytes(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .mapToLong(one -> proportionalBytes(one.pid()))
                .sum();
    }

    /** Of one process without what it has started, in bytes. */
    public static long residentBytesAlone(ProcessHandle process) {
        return proportionalBytes(process.pid());
    }

    /** Proportional set size: pages shared by several processes, as PostgreSQL's, are divided among them. */
    private static long proportionalBytes(long pid) {
        Path rollup = Path.of("/proc", String.valueOf(pid), "smaps_rollup");
        try (Stream<String> lines = Files.lines(rollup)) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIBIBYTE)
                    .sum();
        } catch (IOException | UncheckedIOException e) {
            return 0;
        }
    }
}
