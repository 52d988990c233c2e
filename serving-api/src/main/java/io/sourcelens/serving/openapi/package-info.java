/* SPDX-License-Identifier: Apache-2.0 */
/** The API's description; the meaning of a field comes from the schema files, where it is written down once. */
@NullMarked
package io.sourcelens.serving.openapi;

import org.jspecify.annotations.NullMarked;
