/* SPDX-License-Identifier: Apache-2.0 */
/**
 * HTTP intake: batches of records for a marketplace that has no PostgreSQL to capture from. The contract for callers
 * stands in {@code docs/intake.md}.
 *
 * <p>A batch is one Kafka transaction: its valid records in their entity's topic, its rejected ones as dead letters, and
 * a receipt under its idempotency key in {@link BatchLog#RECEIPTS}. It is answered only when that transaction is
 * committed; the same key sent again, also after a crash in between, finds the receipt and gets the same answer.
 *
 * <p>The server is Jetty, which the Connect worker brings anyway: unlike the JDK's own it drops slow senders, bounds
 * idle connections and lets requests under way finish when it stops. One process writes at a time: a second one with the
 * same transactional id fences the first.
 */
@NullMarked
package io.sourcelens.ingestion.intake;

import org.jspecify.annotations.NullMarked;
