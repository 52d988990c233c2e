/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack.bench;

import io.sourcelens.stack.LocalStack;
import io.sourcelens.stack.Memory;
import java.util.Map;
import java.util.TreeMap;

/** Resident memory of a stack in MiB, by part. */
record PartMemory(Map<String, Double> mebibytes) {
    private static final double MEBIBYTE = 1 << 20;

    PartMemory {
        mebibytes = new TreeMap<>(mebibytes);
    }

    static PartMemory of(LocalStack stack) {
        Map<String, Double> memory = new TreeMap<>();
        stack.pids()
                .forEach((part, pid) -> ProcessHandle.of(pid)
                        .ifPresent(process -> memory.put(part, Memory.residentBytes(process) / MEBIBYTE)));
        memory.put("supervisor", Memory.residentBytesAlone(ProcessHandle.current()) / MEBIBYTE);
        return new PartMemory(memory);
    }

    double together() {
        return mebibytes.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    double of(String part) {
        return mebibytes.getOrDefault(part, 0.0);
    }
}
