/* SPDX-License-Identifier: Apache-2.0 */
/** How good published lists and forecasts have been. */
@NullMarked
package io.sourcelens.serving.trackrecord;

import org.jspecify.annotations.NullMarked;
