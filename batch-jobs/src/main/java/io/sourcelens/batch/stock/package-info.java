/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The stock watch: how long what a supplier shows will last, and how likely it runs out. Everything is made of what
 * happened on days that are over, so what was known at an earlier day is known again by leaving later days out.
 */
@NullMarked
package io.sourcelens.batch.stock;

import org.jspecify.annotations.NullMarked;
