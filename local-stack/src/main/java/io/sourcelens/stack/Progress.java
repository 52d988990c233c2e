/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack;

import java.io.PrintStream;
import java.util.Locale;

/** Tells the person at the terminal what happens, one short line each, with the seconds since the start. */
public final class Progress {
    private final PrintStream out;
    private final long startedAt = System.nanoTime();

    public Progress(PrintStream out) {
        this.out = out;
    }

    /** How far one part is. */
    @FunctionalInterface
    public interface Detail {
        void say(String text);
    }

    public double seconds() {
        return (System.nanoTime() - startedAt) / 1e9;
    }

    public synchronized void say(String part, String text) {
        out.printf(Locale.ROOT, "%5.0f s  %-14s %s%n", seconds(), part, OneLine.of(text));
        out.flush();
    }

    public synchronized void print(String text) {
        out.println(text);
        out.flush();
    }

    Detail of(String part) {
        return text -> say(part, text);
    }
}
