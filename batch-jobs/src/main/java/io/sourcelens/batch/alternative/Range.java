/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.alternative;

/** An estimate with the ends of its 90 % interval. */
record Range(double value, double low, double high) {}
