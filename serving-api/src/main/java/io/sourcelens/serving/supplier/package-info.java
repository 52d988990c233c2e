/* SPDX-License-Identifier: Apache-2.0 */
/** How reliable suppliers are. */
@NullMarked
package io.sourcelens.serving.supplier;

import org.jspecify.annotations.NullMarked;
