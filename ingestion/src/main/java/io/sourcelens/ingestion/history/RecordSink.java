/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.history;

/** Where records go. */
interface RecordSink {
    /** How many records an earlier run of the same import has delivered to a topic: its first ones, in the same order. */
    long delivered(String topic);

    /** @throws ImportException when an earlier record could not be delivered */
    void send(String topic, byte[] key, byte[] value);

    /**
     * Waits until everything sent is delivered.
     *
     * @throws ImportException when a record could not be delivered
     */
    void flush();
}
