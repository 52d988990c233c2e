/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;

/**
 * Files of a warehouse on the local disk. Iceberg's own way to them, through Hadoop, starts a {@code chmod} process for
 * each file and writes a checksum file beside it; a refresh writes hundreds of small ones.
 */
public final class LocalFiles implements FileIO {
    private static final String SCHEME = "file:";

    @Override
    public InputFile newInputFile(String location) {
        return org.apache.iceberg.Files.localInput(path(location).toFile());
    }

    @Override
    public OutputFile newOutputFile(String location) {
        return org.apache.iceberg.Files.localOutput(path(location).toFile());
    }

    @Override
    public void deleteFile(String location) {
        try {
            Files.deleteIfExists(path(location));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + location, e);
        }
    }

    private static Path path(String location) {
        return Path.of(location.startsWith(SCHEME) ? URI.create(location).getPath() : location);
    }
}
