/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.marketplace;

import java.time.Instant;

/** Row of {@code marketplace.payment}: the seller pays supply cost and freight of an order. */
public record Payment(long paymentId, long orderId, long amountMinor, long paymentFeeMinor, Instant paidAt) {}
