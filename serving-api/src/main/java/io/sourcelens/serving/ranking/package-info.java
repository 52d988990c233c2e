/* SPDX-License-Identifier: Apache-2.0 */
/** Which skus sell best. */
@NullMarked
package io.sourcelens.serving.ranking;

import org.jspecify.annotations.NullMarked;
