/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is run and where.
 *
 * @param home the checkout, with the built modules
 * @param state folder of everything that is kept between runs
 * @param portOffset added to every port, so that two stacks can stand beside each other
 * @param historyOptions arguments of the simulator's {@code history}
 * @param ordersPerSecond rate of the live traffic; 0 for none
 * @param without names of parts that are not started, nor what needs them; {@code superset} is all of Superset
 */
public record StackOptions(
        Path home,
        Path state,
        int portOffset,
        List<String> historyOptions,
        double ordersPerSecond,
        Set<String> without) {
    public StackOptions {
        home = home.toAbsolutePath().normalize();
        state = state.toAbsolutePath().normalize();
        historyOptions = List.copyOf(historyOptions);
        without = Set.copyOf(without);
    }

    /** The demo's: default size, two orders a second, everything. */
    public static StackOptions demo(Path home) {
        return new StackOptions(home, home.resolve(".sourcelens"), 0, List.of(), 2, Set.of());
    }

    public StackOptions withState(Path folder) {
        return new StackOptions(home, folder, portOffset, historyOptions, ordersPerSecond, without);
    }

    public StackOptions withPortOffset(int offset) {
        return new StackOptions(home, state, offset, historyOptions, ordersPerSecond, without);
    }

    public StackOptions withHistory(String... options) {
        return new StackOptions(home, state, portOffset, List.of(options), ordersPerSecond, without);
    }

    public StackOptions withOrdersPerSecond(double rate) {
        return new StackOptions(home, state, portOffset, historyOptions, rate, without);
    }

    /** Leaves out further parts, and what needs them. */
    public StackOptions without(String... parts) {
        Set<String> all = new HashSet<>(without);
        all.addAll(List.of(parts));
        return new StackOptions(home, state, portOffset, historyOptions, ordersPerSecond, all);
    }

    public StackOptions withoutSuperset() {
        return without("superset");
    }

    public StackOptions withoutShop() {
        return without("shop");
    }

    boolean leavesOut(String part) {
        return without.contains(part) || without.contains(part.replaceFirst("-.*", ""));
    }
}
