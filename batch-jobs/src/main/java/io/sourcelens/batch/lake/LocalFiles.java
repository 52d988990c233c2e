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
import org.apache.iceberg.io.PositionOutputStream;
import org.apache.iceberg.io.SeekableInputStream;

/**
 * Files of a warehouse on the local disk. Iceberg's own way to them, through Hadoop, starts a {@code chmod} process for
 * each file and writes a checksum file beside it; a refresh writes hundreds of small ones.
 */
public final class LocalFiles implements FileIO {
    private static final String SCHEME = "file:";

    @Override
    public InputFile newInputFile(String location) {
        return new NamedInput(
                location, org.apache.iceberg.Files.localInput(path(location).toFile()));
    }

    @Override
    public OutputFile newOutputFile(String location) {
        return new NamedOutput(
                location, org.apache.iceberg.Files.localOutput(path(location).toFile()));
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

    /** A file by the location that was asked for: Iceberg looks files up by it, and writes it into metadata. */
    private record NamedInput(String location, InputFile file) implements InputFile {
        @Override
        public long getLength() {
            return file.getLength();
        }

        @Override
        public SeekableInputStream newStream() {
            return file.newStream();
        }

        @Override
        public boolean exists() {
            return file.exists();
        }
    }

    /** As {@link NamedInput}. */
    private record NamedOutput(String location, OutputFile file) implements OutputFile {
        @Override
        public PositionOutputStream create() {
            return file.create();
        }

        @Override
        public PositionOutputStream createOrOverwrite() {
            return file.createOrOverwrite();
        }

        @Override
        public InputFile toInputFile() {
            return new NamedInput(location, file.toInputFile());
        }
    }
}
