/* SPDX-License-Identifier: Apache-2.0 */
/**
 * How good lists and forecasts have been: the code that makes them is run again at past origins, sees nothing after each,
 * and is compared with what came and with plainer methods. Here, because it has to know every list and forecast while
 * none of them may know how it was judged.
 */
@NullMarked
package io.sourcelens.batch.trackrecord;

import org.jspecify.annotations.NullMarked;
