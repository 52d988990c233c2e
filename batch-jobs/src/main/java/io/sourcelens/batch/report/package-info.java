/* SPDX-License-Identifier: Apache-2.0 */
/** Files for people and other programs that more than one job leaves. */
@NullMarked
package io.sourcelens.batch.report;

import org.jspecify.annotations.NullMarked;
