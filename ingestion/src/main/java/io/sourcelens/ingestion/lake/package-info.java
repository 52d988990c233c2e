/* SPDX-License-Identifier: Apache-2.0 */
/** The lake as a reader sees it, through ClickHouse: for what must look at rows that have arrived. Nothing is written. */
@NullMarked
package io.sourcelens.ingestion.lake;

import org.jspecify.annotations.NullMarked;
