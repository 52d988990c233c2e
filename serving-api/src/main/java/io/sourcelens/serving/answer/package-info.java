/* SPDX-License-Identifier: Apache-2.0 */
/** What answers have in common: rows of a mart, and how fresh they are. */
@NullMarked
package io.sourcelens.serving.answer;

import org.jspecify.annotations.NullMarked;
