/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What sells this very hour. Figures are counted by the minute, seconds after an order; beside each stands how old it is.
 * They are young, so they have no run and no maturity: best sellers of days have.
 */
@NullMarked
package io.sourcelens.serving.live;

import org.jspecify.annotations.NullMarked;
