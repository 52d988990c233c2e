/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What needs someone soon: stock that runs out, parcels that are stuck, and who else could send it. A seller sees its own
 * listings and parcels only.
 */
@NullMarked
package io.sourcelens.serving.watch;

import org.jspecify.annotations.NullMarked;
