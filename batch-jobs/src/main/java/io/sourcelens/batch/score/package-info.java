/* SPDX-License-Identifier: Apache-2.0 */
/** How good a supplier is in one number: figures of other marts on a fixed, versioned scale, with what each of them costs. */
@NullMarked
package io.sourcelens.batch.score;

import org.jspecify.annotations.NullMarked;
