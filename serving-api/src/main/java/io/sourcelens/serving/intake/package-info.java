/* SPDX-License-Identifier: Apache-2.0 */
/** Where bringing in goods promises most, which goods, how those did that were brought in, and which to take off. */
@NullMarked
package io.sourcelens.serving.intake;

import org.jspecify.annotations.NullMarked;
