/* SPDX-License-Identifier: Apache-2.0 */
/** How fresh the figures are. */
@NullMarked
package io.sourcelens.serving.freshness;

import org.jspecify.annotations.NullMarked;
