/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.fulfilment;

/**
 * How long one parcel was followed, and how that ended.
 *
 * @param hours from the origin of the clock to the ending; negative where the clock's zero is a promise
 * @param cluster parcels of one cluster, such as a day, succeed or fail together
 */
record FollowUp(double hours, Ending ending, long cluster) {
    enum Ending {
        /** What is waited for has come. */
        EVENT,
        /** It will not come any more: a competing risk. */
        CANCELLED,
        /** It had not come when the follow-up ended: right-censored. */
        OPEN
    }
}
