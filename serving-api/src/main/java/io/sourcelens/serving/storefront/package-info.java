/* SPDX-License-Identifier: Apache-2.0 */
/** The web component that shops embed, as a file. */
@NullMarked
package io.sourcelens.serving.storefront;

import org.jspecify.annotations.NullMarked;
