/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.problem;

import java.util.Set;
import java.util.TreeSet;

/** Checks of parameters, one sentence for each kind. */
public final class Parameters {
    private Parameters() {}

    public static <T> void requireOneOf(String name, T value, Set<T> possible) {
        if (!possible.contains(value)) {
            throw new InvalidParameterException(
                    "Cannot use %s=%s; use one of %s".formatted(name, value, new TreeSet<>(possible)));
        }
    }

    public static void requireBetween(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new InvalidParameterException("Cannot use %s=%d; use %d to %d".formatted(name, value, least, most));
        }
    }
}
