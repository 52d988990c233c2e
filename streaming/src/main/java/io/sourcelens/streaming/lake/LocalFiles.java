/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.streaming.lake;

import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * Files of a warehouse on this machine. Without its native library Hadoop starts a {@code chmod} process for every file
 * it creates, and writes a checksum file beside it that Parquet and Avro don't need: a commit of a small change took
 * most of its time there.
 */
public final class LocalFiles extends RawLocalFileSystem {
    /** The process's umask decides. */
    @Override
    public void setPermission(Path path, FsPermission permission) {}
}
