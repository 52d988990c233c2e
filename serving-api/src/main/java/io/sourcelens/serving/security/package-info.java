/* SPDX-License-Identifier: Apache-2.0 */
/** Who asks: bearer tokens, roles, tenants, and which role may read which path. */
@NullMarked
package io.sourcelens.serving.security;

import org.jspecify.annotations.NullMarked;
