/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack;

import java.nio.file.Path;
import java.util.List;

/**
 * What is run and where.
 *
 * @param home the checkout, with the built modules
 * @param state folder of everything that is kept between runs
 * @param portOffset added to every port, so that two stacks can stand beside each other
 * @param historyOptions arguments of the simulator's {@code history}
 * @param ordersPerSecond rate of the live traffic; 0 for none
 * @param superset whether Superset is installed and started
 * @param shop whether the demo shop page is served
 */
public record StackOptions(
        Path home,
        Path state,
        int portOffset,
        List<String> historyOptions,
        double ordersPerSecond,
        boolean superset,
        boolean shop) {
    public StackOptions {
        home = home.toAbsolutePath().normalize();
        state = state.toAbsolutePath().normalize();
        historyOptions = List.copyOf(historyOptions);
    }

    /** The demo's: default size, two orders a second, everything. */
    public static StackOptions demo(Path home) {
        return new StackOptions(home, home.resolve(".sourcelens"), 0, List.of(), 2, true, true);
    }

    public StackOptions withState(Path folder) {
        return new StackOptions(home, folder, portOffset, historyOptions, ordersPerSecond, superset, shop);
    }

    public StackOptions withPortOffset(int offset) {
        return new StackOptions(home, state, offset, historyOptions, ordersPerSecond, superset, shop);
    }

    public StackOptions withHistory(String... options) {
        return new StackOptions(home, state, portOffset, List.of(options), ordersPerSecond, superset, shop);
    }

    public StackOptions withOrdersPerSecond(double rate) {
        return new StackOptions(home, state, portOffset, historyOptions, rate, superset, shop);
    }

    public StackOptions withoutSuperset() {
        return new StackOptions(home, state, portOffset, historyOptions, ordersPerSecond, false, shop);
    }

    public StackOptions withoutShop() {
        return new StackOptions(home, state, portOffset, historyOptions, ordersPerSecond, superset, false);
    }
}
