/* SPDX-License-Identifier: Apache-2.0 */
/** Parcels on their way that need someone: how long scans usually take on a lane, and which parcels wait longer. */
@NullMarked
package io.sourcelens.batch.parcel;

import org.jspecify.annotations.NullMarked;
