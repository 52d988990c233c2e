/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack.bench;

import io.sourcelens.stack.StackOptions;
import java.nio.file.Path;

/** A chain that has little history, so that what is measured is what happens now: all parts that data passes through. */
final class SmallChain {
    private static final int PORT_OFFSET = 2_000;

    private SmallChain() {}

    static StackOptions of(Path home, Path state) {
        return StackOptions.demo(home)
                .withState(state)
                .withPortOffset(PORT_OFFSET)
                .withHistory("--order-lines", "20000", "--days", "30")
                .withOrdersPerSecond(0)
                .without("superset", "shop");
    }
}
