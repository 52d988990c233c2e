/* SPDX-License-Identifier: Apache-2.0 */
/** Where bringing in goods promises most. */
@NullMarked
package io.sourcelens.serving.intake;

import org.jspecify.annotations.NullMarked;
