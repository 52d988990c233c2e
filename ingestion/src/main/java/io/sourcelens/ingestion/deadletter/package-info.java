/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What was rejected: listed, shown, and sent again. Dead letters are read from the lake through ClickHouse, and replayed
 * into the topics through the same gate.
 *
 * <p>Nothing is changed in place. A dead letter is open until another one has {@code replay of ID} as its origin: a mark
 * with reason {@code replayed} if the record passed and was sent to its entity's topic in the same transaction, or a new
 * dead letter if it was rejected again. What is not open is not replayed, so replaying twice does nothing.
 */
@NullMarked
package io.sourcelens.ingestion.deadletter;

import org.jspecify.annotations.NullMarked;
