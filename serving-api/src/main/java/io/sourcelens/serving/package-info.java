/* SPDX-License-Identifier: Apache-2.0 */
/** REST over what is published in ClickHouse. One package per feature; each knows catalogue and problem only. */
@NullMarked
package io.sourcelens.serving;

import org.jspecify.annotations.NullMarked;
