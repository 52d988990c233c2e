/* SPDX-License-Identifier: Apache-2.0 */
/** What became of goods once they were there: how those brought in during one week did, and which nobody orders any more. */
@NullMarked
package io.sourcelens.batch.assortment;

import org.jspecify.annotations.NullMarked;
