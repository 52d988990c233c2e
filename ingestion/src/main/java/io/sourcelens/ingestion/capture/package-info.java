/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Change data capture: a Debezium connector in Kafka Connect, from the marketplace's PostgreSQL to the topics.
 *
 * <p>The worker ({@code capture/connect-worker.properties}) and the connector ({@code capture/marketplace-connector.json})
 * are plain files that any Kafka Connect takes; this package registers the connector and says in words why it does not
 * run.
 *
 * <p>A change's source position is its position in PostgreSQL's log (LSN). Rows read by the first snapshot carry the
 * position at which the snapshot was taken and operation {@code r}; after a kill during the snapshot they are read, and
 * sent, again with a greater one.
 */
@NullMarked
package io.sourcelens.ingestion.capture;

import org.jspecify.annotations.NullMarked;
