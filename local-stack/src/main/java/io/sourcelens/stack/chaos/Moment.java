/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack.chaos;

/** When a part is killed. */
public enum Moment {
    /** Whatever it is doing. */
    ANY,
    /** While the history is read for the first time. */
    SNAPSHOT,
    /** While Flink takes a checkpoint and commits to the lake. */
    COMMIT,
    /** While a refresh writes marts and publishes them. */
    PUBLISH,
    /** While small files are compacted and old snapshots expired. */
    CARE
}
