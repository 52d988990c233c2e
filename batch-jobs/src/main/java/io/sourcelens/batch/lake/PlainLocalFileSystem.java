/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.lake;

import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * The local disk for Hadoop, as it is. Hadoop's own class starts a {@code chmod} process for every file and writes a
 * checksum file beside it, and a refresh writes hundreds of small ones; permissions are left to the process's umask.
 */
public final class PlainLocalFileSystem extends RawLocalFileSystem {
    @Override
    public String getScheme() {
        return "file";
    }

    @Override
    public void setPermission(Path path, FsPermission permission) {
        // The process's umask has set it.
    }
}
