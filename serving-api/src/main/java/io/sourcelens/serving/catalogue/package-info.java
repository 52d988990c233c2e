/* SPDX-License-Identifier: Apache-2.0 */
/** Marketplaces and their categories: what the other features' paths and parameters name. */
@NullMarked
package io.sourcelens.serving.catalogue;

import org.jspecify.annotations.NullMarked;
