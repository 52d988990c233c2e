/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The language in which a person says what the columns of somebody else's files mean, and its translation into SQL.
 *
 * <p>{@link io.sourcelens.ingestion.history.mapping.MappingReader} turns YAML into records,
 * {@link io.sourcelens.ingestion.history.mapping.MappingCheck} holds them against the files' columns and the contract of
 * {@link io.sourcelens.schema.Schemas}, {@link io.sourcelens.ingestion.history.mapping.FileCompiler} translates. All three
 * are pure; whatever is wrong is collected in {@link io.sourcelens.ingestion.history.mapping.Problems} and told at once.
 */
@NullMarked
package io.sourcelens.ingestion.history.mapping;

import org.jspecify.annotations.NullMarked;
