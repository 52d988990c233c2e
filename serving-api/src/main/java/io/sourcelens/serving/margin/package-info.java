/* SPDX-License-Identifier: Apache-2.0 */
/** What a seller keeps: its own figures only, the seller named by its token alone. */
@NullMarked
package io.sourcelens.serving.margin;

import org.jspecify.annotations.NullMarked;
