/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.streaming.live;

/** An order line of a marketplace. */
public record OrderLineKey(String marketplace, String orderLineId) {}
