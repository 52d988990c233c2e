/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What another shell must know of a running demo. */
final class RunningStack {
    private RunningStack() {}

    static void remember(StackOptions options) {
        try {
            Files.writeString(file(options), String.valueOf(options.portOffset()));
        } catch (IOException e) {
            throw new StackException("Cannot write %s: %s".formatted(file(options), e), e);
        }
    }

    /** The settings of the demo that ran last in this folder. */
    static StackSettings settings(StackOptions options) {
        try {
            int offset = Files.exists(file(options))
                    ? Integer.parseInt(Files.readString(file(options)).strip())
                    : 0;
            return StackSettings.of(options.withPortOffset(offset));
        } catch (IOException e) {
            throw new StackException("Cannot read %s: %s".formatted(file(options), e), e);
        }
    }

    private static Path file(StackOptions options) {
        return options.state().resolve("run").resolve("port-offset");
    }
}
