/* SPDX-License-Identifier: Apache-2.0 */
/** The same goods from another supplier: for skus that run out or whose supplier is weak, what a change would gain. */
@NullMarked
package io.sourcelens.batch.alternative;

import org.jspecify.annotations.NullMarked;
