/* SPDX-License-Identifier: Apache-2.0 */
/** Every error leaves as application/problem+json (RFC 9457), wherever it arises. */
@NullMarked
package io.sourcelens.serving.problem;

import org.jspecify.annotations.NullMarked;
