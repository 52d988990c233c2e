/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack;

/** What fits on a line of a terminal; the rest stands in the log that the line names. */
final class OneLine {
    private static final int LONGEST = 240;

    private OneLine() {}

    /** The first line of a message, also where line ends are written as in JSON. */
    static String of(String message) {
        String first = message.split("\\R|\\\\n", 2)[0];
        return first.length() <= LONGEST ? first : first.substring(0, LONGEST) + " ...";
    }
}
