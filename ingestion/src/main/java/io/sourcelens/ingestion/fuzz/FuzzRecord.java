/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.fuzz;

import io.sourcelens.schema.TableSchema;

/** @param valid whether the gate accepts it */
record FuzzRecord(TableSchema entity, byte[] bytes, boolean valid) {}
