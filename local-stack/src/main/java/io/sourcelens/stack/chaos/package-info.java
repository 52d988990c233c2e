/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Breaks the running chain and says what it cost: every part is killed (SIGKILL) at random and at chosen moments under live
 * traffic; then the lake, the marts and ClickHouse are compared with the marketplace, row by row and change by change, and
 * with a run of the same data that nothing happened to.
 */
@NullMarked
package io.sourcelens.stack.chaos;

import org.jspecify.annotations.NullMarked;
